package dev.moltbot.card;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a long text into pieces that put together are the text again, character for character. A
 * piece ends at a line or a word where one is near, and never inside what a reader sees as one
 * character.
 */
public final class Pieces {
  /** How much of a piece may be given up for ending at a line or a word. */
  private static final int NEAR_DIVISOR = 2;

  private Pieces() {}

  /** At most {@code limit} UTF-16 units each; one empty piece for an empty text. */
  public static List<String> of(String text, int limit) {
    if (limit < 2) {
      throw new IllegalArgumentException("limit " + limit + " cannot hold every character");
    }
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    List<String> pieces = new ArrayList<>();
    int start = 0;
    while (text.length() - start > limit) {
      int end = end(text, start, start + limit, characters);
      pieces.add(text.substring(start, end));
      start = end;
    }
    pieces.add(text.substring(start));
    return pieces;
  }

  private static int end(String text, int start, int furthest, BreakIterator characters) {
    int nearest = furthest - (furthest - start) / NEAR_DIVISOR;
    int line = text.lastIndexOf('\n', furthest - 1) + 1;
    int word = text.lastIndexOf(' ', furthest - 1) + 1;
    if (line > nearest && characters.isBoundary(line)) {
      return line;
    }
    if (word > nearest && characters.isBoundary(word)) {
      return word;
    }
    return character(text, start, furthest, characters);
  }

  /** A heap of combining marks can be longer than a piece; then only surrogate pairs are kept. */
  private static int character(String text, int start, int furthest, BreakIterator characters) {
    int end = characters.isBoundary(furthest) ? furthest : characters.preceding(furthest);
    if (end > start) {
      return end;
    }
    return Character.isLowSurrogate(text.charAt(furthest))
            && Character.isHighSurrogate(text.charAt(furthest - 1))
        ? furthest - 1
        : furthest;
  }
}
