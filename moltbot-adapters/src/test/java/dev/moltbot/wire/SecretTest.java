package dev.moltbot.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret opens by name only, and no refusal quotes it. */
class SecretTest {
  private static final String WORD = "canary-4711";

  @Test
  void showsNothingOfItself() {
    assertThat(Secret.of(WORD)).hasToString("***");
    assertThat("" + Secret.of(WORD)).doesNotContain("canary");
    assertThat(Secret.of(WORD).reveal()).isEqualTo(WORD);
  }

  @Test
  void doesNotTellWhetherItEqualsAnother() {
    assertThat(Secret.of(WORD)).isNotEqualTo(Secret.of(WORD));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", WORD + "\n", WORD + "\u0000", WORD + "\u0085"})
  void refusesWhatCannotBeACredential(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Secret.of(value))
        .withMessageNotContaining("canary");
  }

  @Test
  void refusesAPastedFile() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Secret.of("x".repeat(Secret.MAX_CHARS + 1)))
        .withMessageContaining("8192");
  }

  @Test
  void keepsOutOfAHeaderWhatNoHeaderMayCarry() {
    assertThat(Secret.of(WORD).inHeader()).isEqualTo(WORD);
    assertThatIllegalStateException()
        .isThrownBy(() -> Secret.of(WORD + "\u00e9").inHeader())
        .withMessageNotContaining("canary");
  }
}
