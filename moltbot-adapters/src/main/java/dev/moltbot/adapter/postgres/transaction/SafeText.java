package dev.moltbot.adapter.postgres.transaction;

/**
 * Text as the database can hold it. PostgreSQL has no NUL, and half a surrogate pair has no UTF-8;
 * one such character must not cost a batch of a thousand messages.
 */
public final class SafeText {
  private static final char REPLACEMENT = '\uFFFD';

  private SafeText() {}

  /** The text itself when it is fine, which is nearly always. */
  public static String of(String text) {
    int bad = firstBad(text);
    return bad < 0 ? text : repaired(text, bad);
  }

  public static boolean isSafe(String text) {
    return firstBad(text) < 0;
  }

  private static int firstBad(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return i;
      }
      if (Character.isSurrogate(c)) {
        if (!startsPair(text, i)) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }

  private static boolean startsPair(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        && i + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(i + 1));
  }

  private static String repaired(String text, int from) {
    var out = new StringBuilder(text.length()).append(text, 0, from);
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c) && startsPair(text, i)) {
        out.append(c).append(text.charAt(++i));
      } else {
        out.append(c == 0 || Character.isSurrogate(c) ? REPLACEMENT : c);
      }
    }
    return out.toString();
  }
}
