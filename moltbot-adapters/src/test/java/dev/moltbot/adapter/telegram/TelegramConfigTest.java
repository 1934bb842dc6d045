package dev.moltbot.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.botapi.BotAddress;
import dev.moltbot.setting.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TelegramConfigTest {

  @Test
  void needsATokenAndAnOwnerAndNothingElse() {
    var settings =
        new Settings(
            Map.of(
                "MOLTBOT_TELEGRAM_TOKEN", "654321:canary-token", "MOLTBOT_TELEGRAM_OWNER", "4711"));
    TelegramConfig config = TelegramConfig.from(settings);
    assertThat(settings.problems()).isEmpty();
    assertThat(config.bot().base()).isEqualTo(BotAddress.TELEGRAM);
    assertThat(config.account().toString()).isEqualTo("telegram:4711");
    assertThat(config.toString()).doesNotContain("canary");
  }

  @Test
  void namesEverythingThatIsMissing() {
    var settings = new Settings(Map.of());
    TelegramConfig.from(settings);
    assertThat(settings.problems())
        .hasSize(2)
        .anyMatch(problem -> problem.startsWith("MOLTBOT_TELEGRAM_TOKEN is not set: "))
        .anyMatch(problem -> problem.startsWith("MOLTBOT_TELEGRAM_OWNER is not set: "));
  }

  @Test
  void refusesWhatCannotBeWithoutRepeatingIt() {
    var settings =
        new Settings(
            Map.of(
                "MOLTBOT_TELEGRAM_TOKEN", "canary",
                "MOLTBOT_TELEGRAM_OWNER", "-1001",
                "MOLTBOT_TELEGRAM_URL", "https://evil.example/"));
    TelegramConfig.from(settings);
    assertThat(settings.problems()).hasSize(3);
    assertThat(settings.problems().toString()).doesNotContain("canary", "evil.example");
  }

  @Test
  void isWantedOnceItsTokenIsSet() {
    assertThat(TelegramModule.CHANNEL.wanted(new Settings(Map.of()))).isFalse();
    assertThat(
            TelegramModule.CHANNEL.wanted(
                new Settings(Map.of("MOLTBOT_TELEGRAM_TOKEN", "654321:canary-token"))))
        .isTrue();
  }
}
