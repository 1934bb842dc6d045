package dev.moltbot.adapter.gmail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.channel.Readings;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Gmail says "slower" in many ways; all of them are understood. */
class GmailThrottleTest {
  private final GmailRig rig = new GmailRig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void waitsAsLongAsGmailAsksInWhateverWayItAsks() {
    assertThat(waits("30")).isEqualTo(Duration.ofSeconds(30));
    assertThat(waits("Thu, 01 Jan 2026 12:00:40 GMT")).isEqualTo(Duration.ofSeconds(40));
    assertThat(waits("1000000000")).isEqualTo(Duration.ofHours(1));
    assertThat(waits("soon")).isEqualTo(Readings.THROTTLED);
  }

  @Test
  void tellsForbiddenFromTooFast() {
    rig.gmail.nextRead(FakeGmail.refusal(403, "userRateLimitExceeded"));
    assertThat(wait(rig)).isEqualTo(Readings.THROTTLED);
    rig.gmail.nextRead(FakeGmail.refusal(403, "forbidden"));
    assertThat(rig.reader().read(Cursor.START, 10, Duration.ZERO))
        .isInstanceOf(ReadResult.Stopped.class);
  }

  private Duration waits(String retryAfter) {
    rig.gmail.nextRead(FakeGmail.throttled(retryAfter));
    return wait(rig);
  }

  private static Duration wait(GmailRig rig) {
    ReadResult result = rig.reader().read(Cursor.START, 10, Duration.ZERO);
    assertThat(result).isInstanceOf(ReadResult.Busy.class);
    return ((ReadResult.Busy) result).retryAfter();
  }
}
