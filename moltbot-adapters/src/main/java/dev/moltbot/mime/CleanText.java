package dev.moltbot.mime;

/** Makes text safe to store and to show: no NUL, no lone surrogate, no terminal control. */
final class CleanText {
  /** Stands where something unprintable stood. */
  static final char REPLACEMENT = '\uFFFD';

  private CleanText() {}

  /** Many lines; line ends become {@code \n}. */
  static String lines(String text) {
    String unix = text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n");
    int i = firstUnclean(unix, false);
    return i < 0 ? unix : clean(unix, i, false);
  }

  /** One line; line ends and tabs become a blank. */
  static String line(String text) {
    int i = firstUnclean(text, true);
    return (i < 0 ? text : clean(text, i, true)).strip();
  }

  /** At most that many characters, never half a surrogate pair. */
  static String cut(String text, int maxChars) {
    if (text.length() <= maxChars) {
      return text;
    }
    boolean splits = maxChars > 0 && Character.isHighSurrogate(text.charAt(maxChars - 1));
    return text.substring(0, splits ? maxChars - 1 : maxChars);
  }

  private static int firstUnclean(String text, boolean oneLine) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = (c >= ' ' && c < 0x7f) || (!oneLine && (c == '\n' || c == '\t'));
      if (!plain && (c < 0xa0 || Character.isSurrogate(c))) {
        return i;
      }
    }
    return -1;
  }

  private static String clean(String text, int from, boolean oneLine) {
    StringBuilder out = new StringBuilder(text.length()).append(text, 0, from);
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        out.append(c).append(text.charAt(++i));
      } else if (c != '\r' || i + 1 == text.length() || text.charAt(i + 1) != '\n') {
        out.append(oneLine ? onOneLine(c) : cleaned(c));
      }
    }
    return out.toString();
  }

  private static char onOneLine(char c) {
    char cleaned = cleaned(c);
    return cleaned == '\n' || cleaned == '\t' ? ' ' : cleaned;
  }

  private static char cleaned(char c) {
    if (c == '\r' || c == '\f' || c == '\u0085') {
      return '\n';
    }
    boolean control = (c < ' ' && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0);
    return control || Character.isSurrogate(c) ? REPLACEMENT : c;
  }
}
