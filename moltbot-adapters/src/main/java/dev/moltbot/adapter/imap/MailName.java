package dev.moltbot.adapter.imap;

import dev.moltbot.mime.Mail;
import dev.moltbot.mime.MailLimits;
import dev.moltbot.mime.MailParser;
import dev.moltbot.mime.SentAt;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What a mail is called. Not by its UID: a server may number a folder anew at any time. By its
 * Message-ID together with who wrote it, when and about what, because a Message-ID alone is
 * repeated with other words too often, and anyone can repeat one. All of it read and not as bytes:
 * a server may write the header of its copy in another encoding. A mail without a Message-ID is
 * called by the bytes of its whole head.
 */
final class MailName {
  /** Most bytes of a head that are looked at. */
  static final int MAX_HEAD_BYTES = 256 << 10;

  /** Bytes of the digest kept: enough that no two mails of a lifetime share a name. */
  private static final int KEPT_BYTES = 16;

  private static final MailParser PARSER = new MailParser(MailLimits.DEFAULT);

  private MailName() {}

  /** The name of the mail that begins with these bytes. */
  static String of(byte[] mail) {
    byte[] head = head(mail);
    return PARSER.parse(head) instanceof Mail read && !read.threading().messageId().isEmpty()
        ? "id:" + digest(said(read).getBytes(StandardCharsets.UTF_8))
        : "head:" + digest(head);
  }

  private static String said(Mail mail) {
    Instant when = mail.sentAt() instanceof SentAt.Claimed(Instant at) ? at : Instant.MIN;
    String who = mail.author().map(author -> author.address()).orElse("");
    return String.join(
        "\n", mail.threading().messageId(), who, when.toString(), mail.subject().reveal());
  }

  private static byte[] head(byte[] mail) {
    int end = Math.min(mail.length, MAX_HEAD_BYTES);
    for (int i = 1; i < end; i++) {
      boolean emptyLine = mail[i] == '\n' && (mail[i - 1] == '\n' || endsInTwo(mail, i));
      if (emptyLine) {
        return Arrays.copyOf(mail, i + 1);
      }
    }
    return Arrays.copyOf(mail, end);
  }

  private static boolean endsInTwo(byte[] mail, int at) {
    return at > 1 && mail[at - 1] == '\r' && mail[at - 2] == '\n';
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(sha256, 0, KEPT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
