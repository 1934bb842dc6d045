package dev.moltbot.domain.audit;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The one spelling of an event's fields: declaration order, no spaces, everything outside printable
 * ASCII escaped. The hash is over these very characters, so they are stored as text, not as JSON.
 */
final class CanonicalJson {

  private CanonicalJson() {}

  static String of(AuditEvent event) {
    return Arrays.stream(event.getClass().getRecordComponents())
        .map(field -> quoted(field.getName()) + ":" + value(read(field, event)))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static Object read(RecordComponent field, AuditEvent event) {
    try {
      return field.getAccessor().invoke(event);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a public record's accessor can be called", e);
    }
  }

  private static String value(Object value) {
    return value instanceof Number ? value.toString() : quoted(value.toString());
  }

  private static String quoted(String words) {
    var out = new StringBuilder(words.length() + 2).append('"');
    for (int i = 0; i < words.length(); i++) {
      append(out, words.charAt(i));
    }
    return out.append('"').toString();
  }

  private static void append(StringBuilder out, char c) {
    if (c == '"' || c == '\\') {
      out.append('\\').append(c);
    } else if (c >= ' ' && c < 0x7F) {
      out.append(c);
    } else {
      out.append("\\u").append(String.format("%04x", (int) c));
    }
  }
}
