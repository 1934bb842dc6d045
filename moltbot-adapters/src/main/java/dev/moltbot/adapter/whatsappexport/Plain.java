package dev.moltbot.adapter.whatsappexport;

/**
 * The beginning of a line with the digits, blanks and signs of all scripts made plain, and without
 * the marks that only tell in which direction to write. Knows where each character stood.
 */
final class Plain {
  /** No date with its time is longer, in characters. */
  private static final int MAX_CHARS = 120;

  private final StringBuilder text = new StringBuilder(MAX_CHARS);
  private final int[] places = new int[MAX_CHARS];
  private final int end;

  Plain(String line) {
    int at = 0;
    for (; at < line.length() && text.length() < MAX_CHARS; at++) {
      char c = line.charAt(at);
      if (Character.getType(c) != Character.FORMAT) {
        places[text.length()] = at;
        text.append(plain(c));
      }
    }
    end = at;
  }

  CharSequence text() {
    return text;
  }

  /** Where in the line the character stood; for the end, the first character that was not read. */
  int place(int plain) {
    return plain < text.length() ? places[plain] : end;
  }

  /** Any line that can begin a message begins so; cheap, because it is asked of every line. */
  static boolean mayBegin(String line) {
    for (int at = 0; at < line.length(); at++) {
      char c = line.charAt(at);
      if (Character.getType(c) != Character.FORMAT && !Character.isSpaceChar(c)) {
        return c == '[' || Character.isDigit(c);
      }
    }
    return false;
  }

  private static char plain(char c) {
    if (Character.isDigit(c)) {
      return (char) ('0' + Character.digit(c, 10));
    }
    return switch (c) {
      case '\u060C', '\u3001', '\uFF0C' -> ',';
      case '\uFF1A' -> ':';
      case '\uFF0F' -> '/';
      case '\uFF0E' -> '.';
      case '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
      case '\t' -> ' ';
      default -> Character.isSpaceChar(c) ? ' ' : c;
    };
  }
}
