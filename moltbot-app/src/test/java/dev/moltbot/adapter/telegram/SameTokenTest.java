package dev.moltbot.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.app.config.Workspace;
import dev.moltbot.app.runtime.Installed;
import dev.moltbot.setting.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strangers write to the channel's bot; the control bot is another. */
class SameTokenTest {
  @TempDir private Path folder;

  @Test
  void isRefusedForTheChannelAndTheDesk() {
    assertThat(problems("123456:canary-token"))
        .containsExactly(
            "MOLTBOT_TELEGRAM_TOKEN is the same as MOLTBOT_DESK_TOKEN; each needs one of its own");
  }

  @Test
  void isNoMatterWhereTheyHaveTheirOwn() {
    assertThat(problems("654321:canary-token")).isEmpty();
  }

  private List<String> problems(String channelToken) {
    Map<String, String> values =
        new HashMap<>(
            Map.of(
                "MOLTBOT_DESK_TOKEN", "123456:canary-token",
                "MOLTBOT_DESK_OWNER", "4711",
                "MOLTBOT_ANTHROPIC_KEY", "sk-ant-canary",
                "MOLTBOT_TELEGRAM_TOKEN", channelToken,
                "MOLTBOT_TELEGRAM_OWNER", "4711"));
    var settings = new Settings(values);
    var workspace = new Workspace(folder);
    Installed.parts(workspace, settings, Installed.trusted(workspace));
    return settings.problems();
  }
}
