package dev.moltbot.botapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Telegram's server does to a text before anyone sees it: control characters become spaces,
 * bidi overrides and three combining marks vanish, the ends are trimmed, entities move along.
 */
public record FakeText(String text, List<Map<String, Object>> entities) {
  /** The text as it comes out. */
  public static FakeText of(String sent, List<Map<String, Object>> entities) {
    int[] moved = new int[sent.length() + 1];
    StringBuilder clean = new StringBuilder();
    for (int i = 0; i < sent.length(); i++) {
      moved[i] = clean.length();
      char c = sent.charAt(i);
      boolean start = clean.isEmpty();
      if (vanishes(c) || (start && (c <= ' '))) {
        continue;
      }
      clean.append(c != '\n' && c < ' ' ? ' ' : c);
    }
    int length = clean.toString().stripTrailing().length();
    moved[sent.length()] = clean.length();
    List<Map<String, Object>> kept = new ArrayList<>();
    for (Map<String, Object> entity : entities) {
      int from = offset(entity);
      int to = Math.min(moved[from + length(entity)], length);
      if (to > moved[from]) {
        Map<String, Object> copy = new LinkedHashMap<>(entity);
        copy.put("offset", (long) moved[from]);
        copy.put("length", (long) to - moved[from]);
        kept.add(copy);
      }
    }
    return new FakeText(clean.substring(0, length), kept);
  }

  /** Why Telegram does not take the text; null when it does. */
  public @Nullable String problem() {
    if (text.isEmpty()) {
      return "Bad Request: message text is empty";
    }
    return text.length() > BotApi.MAX_TEXT_UNITS ? "Bad Request: message is too long" : null;
  }

  /** True when an entity points outside the text or cuts a surrogate pair. */
  public static boolean outOfBounds(String text, Map<String, Object> entity) {
    int from = offset(entity);
    int to = from + length(entity);
    return from < 0
        || to > text.length()
        || to <= from
        || Character.isLowSurrogate(text.charAt(from))
        || (to < text.length() && Character.isLowSurrogate(text.charAt(to)));
  }

  private static int offset(Map<String, Object> entity) {
    return (int) FakeJson.number(entity, "offset", -1);
  }

  private static int length(Map<String, Object> entity) {
    return (int) FakeJson.number(entity, "length", 0);
  }

  private static boolean vanishes(char c) {
    return c == '\r' || (c >= 0x2028 && c <= 0x202E) || c == 0x030A || c == 0x0333 || c == 0x033F;
  }
}
