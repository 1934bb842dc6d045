package dev.moltbot.adapter.telegramexport;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object whose fields may be missing or of any kind: versions and other programs differ. */
record Fields(Map<?, ?> map) {
  /** The largest whole number that JSON's numbers hold exactly. */
  private static final double EXACT = 9_007_199_254_740_991d;

  /** Of a value that may be no object. */
  static Fields of(@Nullable Object value) {
    return new Fields(value instanceof Map<?, ?> map ? map : Map.of());
  }

  boolean has(String name) {
    return map.get(name) != null;
  }

  /** A text, a whole number as text, or empty. */
  String text(String name) {
    return text(map.get(name));
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case String text -> text;
      case Double number when number == Math.rint(number) && Math.abs(number) <= EXACT ->
          Long.toString(number.longValue());
      case null, default -> "";
    };
  }

  /** A whole number, written as one or as text; null for everything else. */
  @Nullable Long number(String name) {
    String text = text(name);
    return text.matches("-?\\d{1,18}") ? Long.valueOf(text) : null;
  }

  Fields object(String name) {
    return of(map.get(name));
  }

  /** Words in one piece or in pieces, some of which are links, mentions and the like. */
  String words(String name) {
    if (!(map.get(name) instanceof List<?> pieces)) {
      return text(name);
    }
    StringBuilder words = new StringBuilder();
    for (Object piece : pieces) {
      words.append(piece instanceof String plain ? plain : of(piece).text("text"));
    }
    return words.toString();
  }
}
