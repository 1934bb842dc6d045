package dev.moltbot.mime;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.MimeParameterMapping;
import org.jspecify.annotations.Nullable;

/** What the header of one part says about its place: to be read, or to be saved as a file. */
final class PartHeader {
  private @Nullable Field disposition;
  private @Nullable Field type;

  void add(Field field) {
    String name = field.getNameLowerCase();
    if (disposition == null && name.equals("content-disposition")) {
      disposition = field;
    } else if (type == null && name.equals("content-type")) {
      type = field;
    }
  }

  /** Whether a reader sees this part as words and not as a file. */
  boolean isText(String mimeType) {
    boolean readable = mimeType.equals("text/plain") || mimeType.equals("text/html");
    if (!readable || disposition == null) {
      return readable;
    }
    String how = HeaderText.body(disposition).strip().toLowerCase(Locale.ROOT);
    return !how.startsWith("attachment");
  }

  /** The file's name with RFC 2231 and RFC 2047 undone, or empty. */
  String fileName() {
    String fromDisposition = parameter(disposition, "filename");
    String name = fromDisposition.isEmpty() ? parameter(type, "name") : fromDisposition;
    return HeaderText.words(CleanText.cut(name, HeaderText.MAX_CHARS));
  }

  private static String parameter(@Nullable Field field, String name) {
    if (field == null) {
      return "";
    }
    RawBody body =
        RawFieldParser.DEFAULT.parseRawBody(new RawField("X", oneLine(HeaderText.body(field))));
    MimeParameterMapping parameters = new MimeParameterMapping();
    // Sorted, because continuations (name*0, name*1) may arrive in any order.
    Map<String, String> sorted = new TreeMap<>(PartHeader::byNumber);
    for (NameValuePair pair : body.getParams()) {
      sorted.putIfAbsent(pair.getName().toLowerCase(Locale.ROOT), orEmpty(pair.getValue()));
    }
    sorted.forEach(parameters::addParameter);
    return orEmpty(parameters.get(name));
  }

  /** name*2 before name*10: shorter first, then by letter. */
  private static int byNumber(String a, String b) {
    int byLength = Integer.compare(a.length(), b.length());
    return byLength != 0 ? byLength : a.compareTo(b);
  }

  /** Bytes beyond ASCII survive as UTF-8; line breaks, which mime4j rejects, do not. */
  private static String oneLine(String body) {
    String clean = CleanText.line(body);
    return new String(clean.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
