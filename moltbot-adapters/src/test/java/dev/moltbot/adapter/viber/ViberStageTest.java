package dev.moltbot.adapter.viber;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.channel.Rehearsal;
import dev.moltbot.setting.Settings;
import dev.moltbot.testkit.SettableTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViberStageTest {

  @Test
  void speaksOfItselfOnly() {
    try (Rehearsal.Stage stage = ViberModule.CHANNEL.rehearsal().open().orElseThrow()) {
      Map<String, String> values = stage.settings();
      var settings = new Settings(values);
      ViberConfig config = ViberConfig.from(settings);
      assertThat(settings.problems()).isEmpty();
      assertThat(ViberModule.CHANNEL.wanted(settings)).isTrue();
      assertThat(config.api().getHost()).isEqualTo("127.0.0.1");
      assertThat(config.webhook().getHost()).isEqualTo("127.0.0.1");
      stage.receives(new Rehearsal.Line("A=", "Ada", "", "hello", false, SettableTime.NOON));
      assertThat(stage.sent()).isEmpty();
    }
  }
}
