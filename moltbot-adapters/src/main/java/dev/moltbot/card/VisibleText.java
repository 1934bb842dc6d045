package dev.moltbot.card;

/**
 * Makes every character of a text visible: what the owner approves must not hold anything the
 * screen leaves out. A character that shows nothing, turns the reading direction around, or is
 * silently dropped by Telegram becomes its code point in brackets, {@code ⟦U+202E⟧}. The bracket
 * itself is written the same way, so two different texts never look alike.
 */
public final class VisibleText {
  private static final int OPENING_BRACKET = 0x27E6;
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int EMOJI_PRESENTATION = 0xFE0F;

  private VisibleText() {}

  /** The text with nothing hidden in it; the same text where nothing was. */
  public static String of(String text) {
    StringBuilder shown = new StringBuilder(text.length() + 16);
    int before = -1;
    for (int at = 0; at < text.length(); ) {
      int codePoint = text.codePointAt(at);
      int next = at + Character.charCount(codePoint);
      int after = next < text.length() ? text.codePointAt(next) : -1;
      if (showsItself(codePoint, before, after)) {
        shown.appendCodePoint(codePoint);
      } else {
        shown.append(String.format("⟦U+%04X⟧", codePoint));
      }
      before = codePoint;
      at = next;
    }
    return shown.toString();
  }

  /** True when {@link #of} would change the text: it holds something a reader could not see. */
  public static boolean hidesSomething(String text) {
    return !of(text).equals(text);
  }

  private static boolean showsItself(int codePoint, int before, int after) {
    return switch (codePoint) {
      case '\n', ' ' -> true;
      case OPENING_BRACKET -> false;
      case ZERO_WIDTH_JOINER -> joinsEmoji(before, after) || joinsScript(before, after);
      case ZERO_WIDTH_NON_JOINER -> joinsScript(before, after);
      case EMOJI_PRESENTATION -> before >= 0 && Character.isEmoji(before);
      default -> !Invisibles.contains(codePoint);
    };
  }

  /** As in a family of three: the joiner is part of the picture and cannot carry a message. */
  private static boolean joinsEmoji(int before, int after) {
    boolean afterPicture =
        before == EMOJI_PRESENTATION || (before >= 0 && Character.isEmoji(before));
    return afterPicture && after >= 0 && Character.isExtendedPictographic(after);
  }

  /** Persian and the scripts of India cannot be spelled without joiners between their letters. */
  private static boolean joinsScript(int before, int after) {
    return Invisibles.spelledWithJoiners(before) && Invisibles.spelledWithJoiners(after);
  }
}
