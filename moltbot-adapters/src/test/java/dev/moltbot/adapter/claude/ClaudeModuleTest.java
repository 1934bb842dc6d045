package dev.moltbot.adapter.claude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.setting.Settings;
import dev.moltbot.wire.Secret;
import java.util.List;
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

  @Test
  void readsItsSettings() {
    var settings =
        new Settings(
            Map.of(
                "MOLTBOT_ANTHROPIC_KEY", "sk-canary",
                "MOLTBOT_ANTHROPIC_MODEL", "claude-sonnet-5-5",
                "MOLTBOT_ANTHROPIC_URL", "http://127.0.0.1:1"));
    ClaudeConfig config = ClaudeConfig.from(settings, "me", Map.of());
    assertThat(settings.problems()).isEmpty();
    assertThat(config.model()).isEqualTo("claude-sonnet-5-5");
    assertThat(config.apiKey().reveal()).isEqualTo("sk-canary");
    assertThat(config.base()).hasToString("http://127.0.0.1:1/");
  }

  @Test
  void namesEverythingWrongWithItsSettingsAtOnce() {
    var settings =
        new Settings(
            Map.of(
                "MOLTBOT_ANTHROPIC_KEY", "sk-canary-\u00e9",
                "MOLTBOT_ANTHROPIC_MODEL", "claude-haiku-5-5",
                "MOLTBOT_ANTHROPIC_URL", "https://api.anthropic.com.example.org/"));
    ClaudeConfig.from(settings, "", Map.of());
    assertThat(settings.problems())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("MOLTBOT_ANTHROPIC_MODEL") && line.contains("haiku"))
        .noneMatch(line -> line.contains("canary"));
  }

  @Test
  void needsNoMoreThanAKey() {
    assertThat(problems(Map.of())).singleElement().asString().startsWith("MOLTBOT_ANTHROPIC_KEY");
    assertThat(problems(Map.of("MOLTBOT_ANTHROPIC_KEY", "k"))).isEmpty();
  }

  private static List<String> problems(Map<String, String> values) {
    var settings = new Settings(values);
    ClaudeConfig.from(settings, "", Map.of());
    return settings.problems();
  }

  private static ClaudeConfig config(String identity, Map<ChannelId, String> skills) {
    return new ClaudeConfig(
        ClaudeConfig.ANTHROPIC, Secret.of("canary"), ClaudeConfig.DEFAULT_MODEL, identity, skills);
  }
}
