package dev.moltbot.card;

import java.util.Locale;

/**
 * The beginning of a text, made visible, and exactly how much is missing.
 *
 * @param leftOut characters (code points) of the text that are not shown
 */
record Excerpt(String shown, long leftOut) {

  /** As much of the text as shows in {@code limit} UTF-16 units. */
  static Excerpt of(String text, int limit) {
    String head = Pieces.of(text, limit).getFirst();
    String shown = VisibleText.of(head);
    while (shown.length() > limit) {
      // What is written out takes more room than it took in the text, so the head shrinks.
      int less = Math.max(2, (int) ((long) head.length() * limit / shown.length()));
      head = Pieces.of(head, less).getFirst();
      shown = VisibleText.of(head);
    }
    return new Excerpt(shown, text.codePointCount(head.length(), text.length()));
  }

  /** Such as "1,240 more characters", or nothing when nothing is missing. */
  String missing() {
    if (leftOut == 0) {
      return "";
    }
    return String.format(Locale.ENGLISH, "%,d more character%s", leftOut, leftOut == 1 ? "" : "s");
  }
}
