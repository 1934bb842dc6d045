package dev.moltbot.domain.text;

/**
 * Characters that change a text without being seen: Unicode's default-ignorable and bidi-control
 * sets, the C0 and C1 controls other than tab and line feed, and lone surrogates.
 *
 * <p>Joiners and variation selectors stay where they shape an emoji, because there they are seen.
 */
public final class InvisibleText {
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private InvisibleText() {}

  /** Bidi controls: the text shown is in another order than the text sent. */
  public static boolean reorders(int codePoint) {
    return codePoint == 0x061C
        || codePoint == 0x200E
        || codePoint == 0x200F
        || (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }

  /** Whether the text holds an invisible character that shapes no emoji. */
  public static boolean hidesIn(String text) {
    return removeFrom(text).length() < text.length();
  }

  /** The text without its invisible characters; the same instance's content when there are none. */
  public static String removeFrom(String text) {
    if (!looksSuspicious(text)) {
      return text;
    }
    var kept = new StringBuilder(text.length());
    int previous = -1;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (visible(c) || shapesEmoji(previous, c)) {
        kept.appendCodePoint(c);
        previous = c;
      }
      i += Character.charCount(c);
    }
    return kept.toString();
  }

  /** Every character of every message passes here, so this is a plain loop and not a stream. */
  private static boolean looksSuspicious(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (suspicious(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** A cheap first look at one UTF-16 unit; surrogates need the second look. */
  private static boolean suspicious(int unit) {
    return unit >= 0x7F ? !plain(unit) : unit < ' ' && unit != '\n' && unit != '\t';
  }

  private static boolean plain(int unit) {
    return !Character.isSurrogate((char) unit) && visible(unit);
  }

  private static boolean visible(int c) {
    if (c == '\n' || c == '\t') {
      return true;
    }
    return !Character.isISOControl(c) && !isSurrogate(c) && !reorders(c) && !ignorable(c);
  }

  private static boolean isSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  /** Unicode 16, DerivedCoreProperties: Default_Ignorable_Code_Point. */
  private static boolean ignorable(int c) {
    return c == 0x00AD
        || c == 0x034F
        || c == 0x115F
        || c == 0x1160
        || c == 0x17B4
        || c == 0x17B5
        || (c >= 0x180B && c <= 0x180F)
        || (c >= 0x200B && c <= 0x200F)
        || (c >= 0x2060 && c <= 0x206F)
        || c == 0x3164
        || (c >= 0xFE00 && c <= 0xFE0F)
        || c == 0xFEFF
        || c == 0xFFA0
        || (c >= 0xFFF0 && c <= 0xFFF8)
        || (c >= 0x1BCA0 && c <= 0x1BCA3)
        || (c >= 0x1D173 && c <= 0x1D17A)
        || (c >= 0xE0000 && c <= 0xE0FFF);
  }

  /** A joiner or a variation selector right after a symbol is part of that symbol's picture. */
  private static boolean shapesEmoji(int previous, int c) {
    if (c != ZERO_WIDTH_JOINER && c != 0xFE0F && c != 0xFE0E) {
      return false;
    }
    return previous == 0xFE0F
        || Character.getType(previous) == Character.OTHER_SYMBOL
        || Character.getType(previous) == Character.MODIFIER_SYMBOL
        || (c == 0xFE0F && isKeycapBase(previous));
  }

  private static boolean isKeycapBase(int c) {
    return (c >= '0' && c <= '9') || c == '#' || c == '*';
  }
}
