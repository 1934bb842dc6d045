package dev.moltbot.adapter.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.botapi.BotAddress;
import dev.moltbot.setting.Settings;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeskConfigTest {

  @Test
  void needsATokenAndAnOwnerAndNothingElse() {
    Settings settings =
        new Settings(
            Map.of(
                "MOLTBOT_DESK_TOKEN", "123456:canary-token",
                "MOLTBOT_DESK_OWNER", "4711",
                "MOLTBOT_DESK_ZONE", "Europe/Kyiv"));

    DeskConfig config = DeskConfig.from(settings);

    assertThat(settings.problems()).isEmpty();
    assertThat(config.base()).isEqualTo(BotAddress.TELEGRAM);
    assertThat(config.owner()).isEqualTo(4711);
    assertThat(config.chat()).isEqualTo(4711);
    assertThat(config.zone()).isEqualTo(ZoneId.of("Europe/Kyiv"));
    assertThat(config.toString()).doesNotContain("canary");
  }

  @Test
  void namesEverythingThatIsMissing() {
    Settings settings = new Settings(Map.of());
    DeskConfig.from(settings);

    assertThat(settings.problems())
        .hasSize(2)
        .anyMatch(problem -> problem.startsWith("MOLTBOT_DESK_TOKEN is not set: "))
        .anyMatch(problem -> problem.startsWith("MOLTBOT_DESK_OWNER is not set: "));
  }

  @Test
  void refusesWhatCannotBeWithoutRepeatingIt() {
    Settings settings =
        new Settings(
            Map.of(
                "MOLTBOT_DESK_TOKEN", "canary/../token",
                "MOLTBOT_DESK_OWNER", "-1001",
                "MOLTBOT_DESK_ZONE", "Mars",
                "MOLTBOT_DESK_URL", "https://evil.example/"));
    DeskConfig.from(settings);

    assertThat(settings.problems()).hasSize(4);
    assertThat(settings.problems().toString()).doesNotContain("canary", "evil.example");
  }
}
