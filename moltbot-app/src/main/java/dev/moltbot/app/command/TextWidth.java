package dev.moltbot.app.command;

/**
 * How many columns of a terminal a text takes: two for an ideograph or an emoji, none for an accent
 * on the letter before. Good for names and addresses; not for a family of emoji joined into one.
 */
final class TextWidth {
  private TextWidth() {}

  static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  /** The text on one line, without anything that could move a cursor or turn the writing round. */
  static String plain(String text) {
    var plain = new StringBuilder();
    text.codePoints()
        .forEach(c -> plain.appendCodePoint(Character.isISOControl(c) || format(c) ? '?' : c));
    return plain.toString();
  }

  private static int of(int c) {
    if (Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.ENCLOSING_MARK
        || format(c)) {
      return 0;
    }
    return wide(c) ? 2 : 1;
  }

  private static boolean format(int c) {
    return Character.getType(c) == Character.FORMAT;
  }

  /** Unicode's East Asian Width W and F, in the blocks that names are written in, and emoji. */
  private static boolean wide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0xA4CF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0x1F300 && c <= 0x1FAFF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }
}
