package dev.moltbot.adapter.claude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.moltbot.wire.Secret;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the owner configures is bounded, and shown nowhere. */
class ClaudeModuleTest {

  @Test
  void refusesTextsThatEveryCallWouldPayFor() {
    String long1 = "x".repeat(ClaudeConfig.MAX_TEXT_CHARS + 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> config(long1, Map.of()))
        .withMessageContaining("identity.md");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> config("", Map.of(Drafting.GMAIL, long1)))
        .withMessageContaining("skills/gmail.md");
  }

  @Test
  void showsNeitherTheKeyNorTheOwnersTexts() {
    assertThat(config("canary", Map.of(Drafting.GMAIL, "canary")))
        .asString()
        .doesNotContain("canary");
  }

  private static ClaudeConfig config(
      String identity, Map<dev.moltbot.domain.message.ChannelId, String> skills) {
    return new ClaudeConfig(
        ClaudeConfig.ANTHROPIC, Secret.of("canary"), ClaudeConfig.DEFAULT_MODEL, identity, skills);
  }
}
