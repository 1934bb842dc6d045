package dev.moltbot.naming;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** How alike two words of names are. Thread-safe. */
final class WordLikeness {
  /** From here on two words are one, mistyped. */
  static final double MISTYPED = 0.9;

  private static final double SOUNDS_THE_SAME = 0.97;
  private static final double SHORT_FORM = 0.95;

  /** Shorter words differ by too few letters to tell a slip from another name. */
  private static final int LONG_ENOUGH = 4;

  private static final JaroWinklerSimilarity LETTERS = new JaroWinklerSimilarity();

  private WordLikeness() {}

  /** From 0 to 1; 1 only for the same word. Symmetric. */
  static double of(String first, String second) {
    if (first.equals(second)) {
      return 1;
    }
    String one = Sounding.of(first);
    String other = Sounding.of(second);
    if (one.equals(other)) {
      return SOUNDS_THE_SAME;
    }
    return Math.max(shortForm(first, second), letters(one, other));
  }

  /** Whether both are one name: the same, spelled otherwise, or its short form. */
  static boolean sameName(String first, String second) {
    return first.equals(second)
        || Sounding.of(first).equals(Sounding.of(second))
        || Nicknames.standForOneAnother(first, second);
  }

  /** As {@link #sameName}, or a slip of the fingers in a longer word. */
  static boolean nearlySameName(String first, String second) {
    boolean slip =
        Math.min(first.length(), second.length()) >= LONG_ENOUGH
            && !herForm(first, second)
            && letters(Sounding.of(first), Sounding.of(second)) >= MISTYPED;
    return slip || sameName(first, second);
  }

  /** Oleksandr and Oleksandra, Robert and Roberta are two people. */
  private static boolean herForm(String first, String second) {
    return first.equals(second + "a") || second.equals(first + "a");
  }

  /** Whether one is the first letter of the other. */
  static boolean initial(String first, String second) {
    return (first.length() == 1 && second.startsWith(first))
        || (second.length() == 1 && first.startsWith(second));
  }

  private static double shortForm(String first, String second) {
    return Nicknames.standForOneAnother(first, second) ? SHORT_FORM : 0;
  }

  private static double letters(String first, String second) {
    return LETTERS.apply(first, second);
  }
}
