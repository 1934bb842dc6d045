package dev.moltbot.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PiecesTest {
  private static final String[] ALPHABET = {
    "a",
    "b",
    " ",
    " ",
    "\n",
    "ї",
    "é",
    "👩‍👩‍👧‍👦",
    "🏳️‍🌈",
    "🇺🇦",
    "👍🏽",
    "مرحبا",
    "שלום",
    "e\u0301",
    "क्षि",
    "word ",
    "⟦U+202E⟧",
    "\uD83D\uDE00"
  };

  @Test
  void loseNoCharacterWhateverTheText() {
    for (int seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      int limit = 40 + random.nextInt(60);
      String text = text(random, 400);

      List<String> pieces = Pieces.of(text, limit);

      assertThat(String.join("", pieces)).isEqualTo(text);
      assertThat(pieces).allMatch(piece -> piece.length() <= limit);
    }
  }

  @Test
  void neverCutWhatIsSeenAsOneCharacter() {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      String text = text(random, 300);
      BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
      characters.setText(text);
      int end = 0;
      for (String piece : Pieces.of(text, 50)) {
        end += piece.length();
        assertThat(characters.isBoundary(end)).as("seed %s at %s", seed, end).isTrue();
      }
    }
  }

  @Test
  void endAtAWordWhereOneIsNear() {
    assertThat(Pieces.of("one two three four", 10)).containsExactly("one two ", "three four");
  }

  @Test
  void cutAnEndlessHeapOfMarksBetweenCodePoints() {
    String heap = "x" + "\u0301".repeat(30) + "\uD834\uDD65".repeat(30);

    List<String> pieces = Pieces.of(heap, 20);

    assertThat(String.join("", pieces)).isEqualTo(heap);
    assertThat(pieces).allMatch(piece -> !Character.isLowSurrogate(piece.charAt(0)));
  }

  @Test
  void leaveAShortTextWhole() {
    assertThat(Pieces.of("", 10)).containsExactly("");
    assertThat(Pieces.of("0123456789", 10)).containsExactly("0123456789");
    assertThat(Pieces.of("0123456789x", 10)).containsExactly("0123456789", "x");
  }

  private static String text(Random random, int atoms) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(atoms); i >= 0; i--) {
      text.append(ALPHABET[random.nextInt(ALPHABET.length)]);
    }
    return text.toString();
  }
}
