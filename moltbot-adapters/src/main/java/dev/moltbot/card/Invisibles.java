package dev.moltbot.card;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * The characters a reader cannot see: Unicode's default-ignorable and bidi controls, everything of
 * a control, format, private or unassigned kind, letters that are blank by design, and the few that
 * Telegram's server removes from a message without a word (its {@code clean_input_string}).
 */
final class Invisibles {
  /** Inclusive ranges, in pairs. */
  private static final int[] BLANK = {
    0x00AD, 0x00AD, // soft hyphen
    0x034F, 0x034F, // combining grapheme joiner
    0x061C, 0x061C, // Arabic letter mark
    0x115F, 0x1160, // Hangul fillers
    0x17B4, 0x17B5, // Khmer inherent vowels
    0x180B, 0x180F, // Mongolian variation selectors
    0x200B, 0x200F, // zero-width characters, direction marks
    0x2028, 0x202E, // separators, embeddings and overrides
    0x2060, 0x206F, // word joiner, isolates
    0x2800, 0x2800, // empty Braille cell
    0x3164, 0x3164, // Hangul filler
    0xFE00, 0xFE0F, // variation selectors
    0xFEFF, 0xFEFF, // byte order mark
    0xFFA0, 0xFFA0, // half-width Hangul filler
    0xFFF0, 0xFFFC, // specials, object replacement
    0x1BCA0, 0x1BCA3, // shorthand format controls
    0x1D173, 0x1D17A, // musical format controls
    0xE0000, 0xE0FFF, // tags and more variation selectors: the usual place to smuggle ASCII
    0x030A, 0x030A, // from here: removed by Telegram on the way
    0x0333, 0x0333,
    0x033F, 0x033F,
  };

  private static final Set<UnicodeScript> JOINING =
      EnumSet.of(
          UnicodeScript.ARABIC,
          UnicodeScript.SYRIAC,
          UnicodeScript.DEVANAGARI,
          UnicodeScript.BENGALI,
          UnicodeScript.GURMUKHI,
          UnicodeScript.GUJARATI,
          UnicodeScript.TAMIL,
          UnicodeScript.TELUGU,
          UnicodeScript.KANNADA,
          UnicodeScript.MALAYALAM,
          UnicodeScript.SINHALA);

  private Invisibles() {}

  static boolean contains(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> blank(codePoint);
    };
  }

  static boolean spelledWithJoiners(int codePoint) {
    return codePoint >= 0
        && Character.getType(codePoint) != Character.FORMAT
        && JOINING.contains(UnicodeScript.of(codePoint));
  }

  private static boolean blank(int codePoint) {
    for (int i = 0; i < BLANK.length; i += 2) {
      if (BLANK[i] <= codePoint && codePoint <= BLANK[i + 1]) {
        return true;
      }
    }
    return false;
  }
}
