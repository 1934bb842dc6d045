package dev.moltbot.domain.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The word of a link fits one, and is never printed by accident. */
class StartWordTest {

  @Test
  void fitsIntoALinkWhateverTheChance() {
    for (int value = 0; value < 256; value++) {
      var random = new byte[StartWord.BYTES];
      Arrays.fill(random, (byte) value);
      assertThat(StartWord.of(random).reveal()).matches("[A-Za-z0-9_-]{" + StartWord.CHARS + "}");
    }
  }

  @Test
  void isSaidByItsCommandAndByNothingElse() {
    StartWord word = StartWord.of(new byte[StartWord.BYTES]);
    assertThat(word.isSaidBy("/start " + word.reveal())).isTrue();
    assertThat(word.isSaidBy(word.reveal())).isFalse();
    assertThat(word.isSaidBy("/start " + word.reveal() + "\n")).isFalse();
    assertThat(word.isSaidBy("")).isFalse();
  }

  @Test
  void takesExactlyItsChanceAndHidesItself() {
    assertThatThrownBy(() -> StartWord.of(new byte[StartWord.BYTES - 1]))
        .isInstanceOf(IllegalArgumentException.class);
    StartWord word = StartWord.of(new byte[StartWord.BYTES]);
    assertThat(word.toString()).doesNotContain(word.reveal());
  }
}
