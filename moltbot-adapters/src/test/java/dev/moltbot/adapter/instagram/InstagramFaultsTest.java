package dev.moltbot.adapter.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.channel.Readings;
import dev.moltbot.fake.Reply;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Instagram says no in its own way, and that is understood. */
class InstagramFaultsTest {
  @TempDir Path folder;
  private InstagramRig rig;

  @BeforeEach
  void start() {
    rig = new InstagramRig(folder);
    rig.receives(1);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void waitsWhenItIsTooFastWhateverTheStatus() {
    for (int code : new int[] {4, 17, 32, 613, 80002, 80006}) {
      assertThat(busy(FakeInstagram.refusal(400, code, 0))).isEqualTo(Readings.THROTTLED);
    }
    assertThat(busy(FakeInstagram.refusal(403, 4, 0).with("Retry-After", "30")))
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(busy(FakeInstagram.refusal(429, 4, 0).with("Retry-After", "1000000000")))
        .isEqualTo(Duration.ofHours(1));
    assertThat(busy(Reply.json(429, ""))).isEqualTo(Readings.THROTTLED);
  }

  @Test
  void triesAgainWhenInstagramIsOutOfOrder() {
    assertThat(busy(FakeInstagram.refusal(400, 1, 0))).isEqualTo(Readings.PAUSE);
    assertThat(busy(FakeInstagram.refusal(400, 2, 0))).isEqualTo(Readings.PAUSE);
    assertThat(busy(FakeInstagram.refusal(500, 190, 0))).isEqualTo(Readings.PAUSE);
    assertThat(busy(Reply.json(503, "<html>"))).isEqualTo(Readings.PAUSE);
    assertThat(busy(Reply.hangUp())).isEqualTo(Readings.PAUSE);
    assertThat(busy(Reply.cut())).isEqualTo(Readings.PAUSE);
    assertThat(busy(Reply.ok("[1,2]"))).isEqualTo(Readings.PAUSE);
  }

  @Test
  void stopsWithARemedyWhenOnlyTheOwnerCanHelp() {
    assertThat(stopped(FakeInstagram.refusal(400, 190, 463)).remedy()).contains("new token");
    assertThat(stopped(FakeInstagram.refusal(401, 102, 0)).remedy()).contains("new token");
    assertThat(stopped(FakeInstagram.refusal(403, 10, 0)).remedy())
        .contains("instagram_business_manage_messages");
    assertThat(stopped(FakeInstagram.refusal(400, 200, 0)).remedy())
        .contains("instagram_business_manage_messages");
  }

  @Test
  void quotesNothingThatInstagramWrote() {
    String reason = stopped(FakeInstagram.refusal(400, 190, 463)).reason();
    assertThat(reason).doesNotContain("A1b2C3").doesNotContain("OAuthException");
  }

  private Duration busy(Reply answer) {
    rig.instagram.service().next(FakeInstagram::reads, answer);
    rig.restarts();
    ReadResult result = rig.read(Cursor.START);
    assertThat(result).isInstanceOf(ReadResult.Busy.class);
    return ((ReadResult.Busy) result).retryAfter();
  }

  private ReadResult.Stopped stopped(Reply answer) {
    rig.instagram.service().next(FakeInstagram::reads, answer);
    rig.restarts();
    ReadResult result = rig.read(Cursor.START);
    assertThat(result).isInstanceOf(ReadResult.Stopped.class);
    return (ReadResult.Stopped) result;
  }
}
