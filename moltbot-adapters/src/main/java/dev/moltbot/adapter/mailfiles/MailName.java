package dev.moltbot.adapter.mailfiles;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names a mail by its content. Carriage returns and blank lines at the end make no difference: they
 * are what an mbox, a Maildir and an .eml file of the same mail differ in.
 */
final class MailName {
  /** Bytes of the digest kept: enough that no two mails of a lifetime share a name. */
  private static final int KEPT_BYTES = 16;

  private MailName() {}

  static String of(byte[] mail) {
    MessageDigest sha256 = sha256();
    int end = mail.length;
    while (end > 0 && (mail[end - 1] == '\n' || mail[end - 1] == '\r')) {
      end--;
    }
    int from = 0;
    for (int i = 0; i < end; i++) {
      if (mail[i] == '\r') {
        sha256.update(mail, from, i - from);
        from = i + 1;
      }
    }
    sha256.update(mail, from, end - from);
    return "sha256:" + HexFormat.of().formatHex(sha256.digest(), 0, KEPT_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
