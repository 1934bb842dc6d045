package dev.moltbot.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.channel.Rehearsal;
import dev.moltbot.setting.Settings;
import dev.moltbot.testkit.SettableTime;
import org.junit.jupiter.api.Test;

class TelegramStageTest {

  @Test
  void offersSettingsThatMakeTheChannelTalkToIt() {
    try (Rehearsal.Stage stage = TelegramModule.CHANNEL.rehearsal().open().orElseThrow()) {
      var settings = new Settings(stage.settings());
      TelegramConfig config = TelegramConfig.from(settings);
      assertThat(settings.problems()).isEmpty();
      assertThat(config.bot().base().getHost()).isEqualTo("127.0.0.1");
      stage.receives(
          new Rehearsal.Line("taras_k", "Тарас", "", "Привіт!", false, SettableTime.NOON));
      assertThat(stage.sent()).isEmpty();
    }
  }
}
