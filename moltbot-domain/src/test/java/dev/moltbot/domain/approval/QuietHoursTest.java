package dev.moltbot.domain.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Nobody is woken, and nobody waits an hour too long. */
class QuietHoursTest {
  private static final LocalTime TEN = LocalTime.of(22, 0);
  private static final LocalTime SEVEN = LocalTime.of(7, 0);

  private final QuietHours night = new QuietHours(TEN, SEVEN, ZoneOffset.UTC);

  @Test
  void reachPastMidnight() {
    assertThat(left(night, "2026-01-01T21:59:59Z")).isZero();
    assertThat(left(night, "2026-01-01T22:00:00Z")).isEqualTo(Duration.ofHours(9));
    assertThat(left(night, "2026-01-02T06:59:00Z")).isEqualTo(Duration.ofMinutes(1));
    assertThat(left(night, "2026-01-02T07:00:00Z")).isZero();
  }

  @Test
  void mayLieWithinADay() {
    var noon = new QuietHours(LocalTime.NOON, LocalTime.of(13, 0), ZoneOffset.UTC);
    assertThat(left(noon, "2026-01-01T12:30:00Z")).isEqualTo(Duration.ofMinutes(30));
    assertThat(left(noon, "2026-01-01T13:00:00Z")).isZero();
  }

  /** On 25 October 2026 Kyiv's night has an hour more. */
  @Test
  void areRightWhenTheClocksChange() {
    var kyiv = new QuietHours(TEN, SEVEN, ZoneId.of("Europe/Kyiv"));
    assertThat(left(kyiv, "2026-10-24T19:00:00Z")).isEqualTo(Duration.ofHours(10));
  }

  @Test
  void areNeverWhenBothTimesAreOne() {
    assertThat(left(QuietHours.NEVER, "2026-01-01T00:00:00Z")).isZero();
  }

  private static Duration left(QuietHours quiet, String at) {
    return quiet.left(Instant.parse(at));
  }
}
