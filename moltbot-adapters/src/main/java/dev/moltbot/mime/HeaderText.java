package dev.moltbot.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;
import org.apache.james.mime4j.util.MimeUtil;

/** Header bodies to values: words, addresses, ids. */
final class HeaderText {
  /** How much of one header body is decoded, in characters; decoding is not linear in its size. */
  static final int MAX_CHARS = 16 << 10;

  /** How much of a subject or a name is kept, in characters. */
  static final int MAX_LINE_CHARS = 1_000;

  /** Addresses kept of one header. */
  static final int MAX_ADDRESSES = 500;

  /** Longest message id, in characters: the longest line RFC 5322 allows. */
  static final int MAX_ID_CHARS = 998;

  /** Ids kept of one References header, the newest. */
  static final int MAX_IDS = 100;

  private static final Pattern ID = Pattern.compile("<[^<>\\s\\p{Cntrl}]{1,996}>");

  private HeaderText() {}

  /** The unfolded body; bytes beyond ASCII are UTF-8 or else Windows-1252. */
  static String body(Field field) {
    String body = field.getBody();
    ByteSequence raw = field.getRaw();
    if (body.indexOf(CleanText.REPLACEMENT) < 0 || raw == null) {
      return CleanText.cut(body, MAX_CHARS);
    }
    String whole = Charsets.guess(raw.toByteArray());
    return CleanText.cut(MimeUtil.unfold(whole.substring(whole.indexOf(':') + 1)), MAX_CHARS);
  }

  /** Encoded words decoded, on one line. */
  static String words(String body) {
    String decoded =
        DecoderUtil.decodeEncodedWords(body, DecodeMonitor.SILENT, StandardCharsets.UTF_8);
    return CleanText.cut(CleanText.line(decoded), MAX_LINE_CHARS);
  }

  /** Every usable address, groups flattened. */
  static List<MailAddress> addresses(String body) {
    ByteSequence raw = ContentUtil.encode(StandardCharsets.UTF_8, body);
    var parsed =
        LenientAddressParser.DEFAULT.parseAddressList(raw, new ParserCursor(0, raw.length()));
    List<MailAddress> addresses = new ArrayList<>();
    for (Mailbox mailbox : parsed.flatten()) {
      if (addresses.size() < MAX_ADDRESSES) {
        address(mailbox, addresses);
      }
    }
    return addresses;
  }

  private static void address(Mailbox mailbox, List<MailAddress> to) {
    String name = mailbox.getName() == null ? "" : mailbox.getName();
    String address = mailbox.getAddress() == null ? "" : mailbox.getAddress();
    MailAddress.of(CleanText.cut(CleanText.line(name), MAX_LINE_CHARS), address).ifPresent(to::add);
  }

  /** Every message id in the body; the newest ones when there are too many. */
  static List<String> ids(String body) {
    List<String> ids = ID.matcher(body).results().map(m -> CleanText.line(m.group())).toList();
    return ids.size() <= MAX_IDS ? ids : ids.subList(ids.size() - MAX_IDS, ids.size());
  }

  /** The mail's own id, or empty. Some senders forget the brackets. */
  static String id(String body) {
    List<String> ids = ids(body);
    if (!ids.isEmpty()) {
      return ids.getFirst();
    }
    String bare = "<" + body.strip() + ">";
    return ID.matcher(bare).matches() ? CleanText.line(bare) : "";
  }
}
