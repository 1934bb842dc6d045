package dev.moltbot.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Words are not cut where a window ends. */
class WrappedLineTest {

  @Test
  void breaksBetweenWordsAndKeepsTheIndent() {
    assertThat(WrappedLine.of("  one two three four", 11))
        .containsExactly("  one two", "  three", "  four");
  }

  @Test
  void keepsWhatFitsAndWhatHasNoGap() {
    assertThat(WrappedLine.of("one two", 7)).containsExactly("one two");
    assertThat(WrappedLine.of("see https://example.org/a-long-address", 10))
        .containsExactly("see", "https://example.org/a-long-address");
    assertThat(WrappedLine.of("", 10)).containsExactly("");
  }

  @Test
  void breaksNothingWhereNobodyKnowsHowWideItIs() {
    assertThat(WrappedLine.of("  one two three four", 0)).containsExactly("  one two three four");
  }
}
