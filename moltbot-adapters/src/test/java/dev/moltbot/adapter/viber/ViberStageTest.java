package dev.moltbot.adapter.viber;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.channel.Rehearsal;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import dev.moltbot.setting.Settings;
import dev.moltbot.testkit.SettableTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViberStageTest {
  @TempDir private Path folder;

  @Test
  void bringsWhatWasWrittenBeforeAnyoneListenedUnderItsWritersName() {
    try (Rehearsal.Stage stage = ViberModule.CHANNEL.rehearsal().open().orElseThrow()) {
      var settings = new Settings(stage.settings());
      assertThat(ViberModule.CHANNEL.wanted(settings)).isTrue();
      stage.receives(new Rehearsal.Line("A=", "Ada", "", "hello", false, SettableTime.NOON));
      try (var rig = new ViberRig(folder)) {
        rig.settings.putAll(stage.settings());
        rig.restart();
        InboundMessage message = first(rig);
        assertThat(message.sender().name().reveal()).isEqualTo("Ada");
        assertThat(message.content().text().reveal()).isEqualTo("hello");
      }
      assertThat(settings.problems()).isEmpty();
      assertThat(stage.sent()).isEmpty();
    }
  }

  private static InboundMessage first(ViberRig rig) {
    Cursor cursor = Cursor.START;
    List<InboundMessage> found = List.of();
    while (found.isEmpty()) {
      var batch = (ReadResult.Batch) rig.reader().read(cursor, 10, Duration.ofSeconds(45));
      found = batch.messages();
      cursor = batch.next();
    }
    return found.getFirst();
  }
}
