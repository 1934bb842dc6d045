package dev.moltbot.domain.audit;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * The one spelling of an event's fields: declaration order, no spaces, everything outside printable
 * ASCII escaped. The hash is over these very characters, so they are stored as text, not as JSON.
 */
final class CanonicalJson {

  private CanonicalJson() {}

  static String of(Map<String, Object> fields) {
    return fields.entrySet().stream()
        .map(field -> quoted(field.getKey()) + ":" + value(field.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
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
