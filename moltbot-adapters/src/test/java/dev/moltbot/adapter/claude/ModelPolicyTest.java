package dev.moltbot.adapter.claude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.moltbot.wire.Secret;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The strongest families, by name, from 4.5 on; everything else is refused with its reason. */
class ModelPolicyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "claude-opus-5-5",
        "claude-opus-4-5",
        "claude-opus-4-5-20251101",
        "claude-opus-4-8",
        "claude-opus-5",
        "claude-opus-10",
        "claude-sonnet-4-5",
        "claude-sonnet-4-5-20250929",
        "claude-sonnet-5-5",
        "claude-sonnet-5-20260301",
        "claude-fable-5-1",
        "claude-fable-5"
      })
  void acceptsTheStrongestFamilies(String model) {
    assertThat(ClaudeConfig.modelRefusal(model)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "claude-haiku-5-5, haiku family",
    "claude-haiku-4-5-20251001, haiku family",
    "claude-mythos-5-2, mythos family",
    "claude-mythos-preview, not a model name",
    "claude-opus-4-1, older than",
    "claude-opus-4, older than",
    "claude-opus-4-20250514, older than",
    "claude-sonnet-4-4-20250514, older than",
    "claude-3-5-sonnet-20241022, not a model name",
    "claude-3-opus-latest, alias",
    "claude-opus-latest, alias",
    "claude-opus-5-5-latest, alias",
    "claude-opus, not a model name",
    "claude-opus-5-5-fast, not a model name",
    "claude-opus-5-5[1m], not a model name",
    "claude-opus-5-5-2026, not a model name",
    "CLAUDE-OPUS-5-5, not a model name",
    "' claude-opus-5-5', not a model name",
    "anthropic.claude-opus-5-5-v1:0, not a model name",
    "claude-opus-٥-٥, not a model name",
    "gpt-6, not a model name",
    "'', not a model name"
  })
  void refusesEverythingElseWithTheReason(String model, String reason) {
    assertThat(ClaudeConfig.modelRefusal(model)).get().asString().contains(reason);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ClaudeConfig(ClaudeConfig.ANTHROPIC, Secret.of("k"), model, "", Map.of()))
        .withMessageContaining(reason);
  }

  @Test
  void saysItInOneLineOfBoundedLength() {
    String refusal = ClaudeConfig.modelRefusal("x\nerror: y".repeat(1_000)).orElseThrow();
    assertThat(refusal).hasSizeLessThan(300).doesNotContain("\n").contains("Accepted:");
  }

  @Test
  void acceptsItsOwnDefault() {
    assertThat(ClaudeConfig.modelRefusal(ClaudeConfig.DEFAULT_MODEL)).isEmpty();
  }
}
