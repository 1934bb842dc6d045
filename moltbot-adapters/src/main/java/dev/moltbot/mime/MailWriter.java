package dev.moltbot.mime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.Fields;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.stream.RawField;

/**
 * Writes a reply as RFC 5322 bytes: one text part in UTF-8, everything in ASCII on the wire. Words
 * of others (subject, names, ids) are made harmless first: none of them can start a header line.
 */
public final class MailWriter {
  private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

  /** Share of non-ASCII letters, one in this many, from which base64 is the shorter form. */
  private static final int BASE64_FROM = 6;

  /** Longest line that is left as it is, in characters; RFC 5322 ends at 998. */
  private static final int MAX_PLAIN_LINE_CHARS = 900;

  private MailWriter() {}

  /** The bytes to send. Equal mails give equal bytes. */
  public static byte[] write(OutgoingMail mail) {
    try {
      var out = new ByteArrayOutputStream();
      new DefaultMessageWriter().writeMessage(message(mail), out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Cannot happen: nothing here leaves memory.
    }
  }

  private static Message message(OutgoingMail mail) throws IOException {
    String text = canonical(mail.text());
    Message.Builder builder = Message.Builder.of();
    builder
        .setField(Fields.version("1.0"))
        .setFrom(mailbox(mail.from()))
        .setTo(mail.to().stream().map(MailWriter::mailbox).toList())
        .setSubject(CleanText.cut(CleanText.line(mail.subject()), HeaderText.MAX_LINE_CHARS))
        .setDate(Date.from(mail.date()), UTC)
        .setField(ids("Message-ID", List.of(mail.ids().messageId())))
        .setBody(text, StandardCharsets.UTF_8)
        .setContentTransferEncoding(encoding(text));
    setIds(builder, "In-Reply-To", mail.ids().inReplyTo());
    setIds(builder, "References", mail.ids().references());
    return builder.build();
  }

  private static void setIds(Message.Builder builder, String name, List<String> ids) {
    List<String> sound = HeaderText.ids(String.join(" ", ids));
    if (!sound.isEmpty()) {
      builder.setField(ids(name, sound));
    }
  }

  /** One id a line: ids have no blanks, so no program would know where else to fold. */
  private static RawField ids(String name, List<String> ids) {
    return new RawField(name, String.join("\r\n ", ids));
  }

  private static Mailbox mailbox(MailAddress address) {
    int at = address.address().lastIndexOf('@');
    String name = CleanText.line(address.name().reveal());
    return new Mailbox(
        name.isEmpty() ? null : name,
        address.address().substring(0, at),
        address.address().substring(at + 1));
  }

  /** Line ends as the wire wants them. Everything else stays as approved, letter for letter. */
  private static String canonical(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
  }

  /** Plain words go out plain: whoever looks at the file can read them. */
  private static String encoding(String text) {
    long foreign = text.chars().filter(c -> c > 0x7e).count();
    if (foreign == 0 && text.lines().allMatch(line -> line.length() <= MAX_PLAIN_LINE_CHARS)) {
      return "7bit";
    }
    return foreign * BASE64_FROM > text.length() ? "base64" : "quoted-printable";
  }
}
