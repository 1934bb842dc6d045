package dev.moltbot.adapter.tokens;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A form as browsers write it. */
final class Form {
  private Form() {}

  /** Its fields; the first of a name counts. Empty when it is none. */
  static Map<String, String> read(String body) {
    var fields = new HashMap<String, String>();
    try {
      for (String pair : body.split("&", -1)) {
        String[] both = pair.split("=", 2);
        fields.putIfAbsent(decoded(both[0]), both.length > 1 ? decoded(both[1]) : "");
      }
    } catch (IllegalArgumentException e) {
      return Map.of(); // An escape that is none: who writes forms like that gets nothing.
    }
    return Map.copyOf(fields);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
