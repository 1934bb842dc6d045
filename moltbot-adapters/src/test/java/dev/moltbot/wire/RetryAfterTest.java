package dev.moltbot.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A peer's wish to be left alone: honoured, within reason. */
class RetryAfterTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "7, PT7S",
    "' 7 ', PT7S",
    "0000000000007, PT7S",
    "3600, PT1H",
    "3601, PT1H",
    "1000000000, PT1H",
    "99999999999999999999999999, PT1H",
    "'Thu, 01 Jan 2026 12:00:30 GMT', PT30S",
    "'Thu, 01 Jan 2026 11:00:00 GMT', PT0S",
    "'Thu, 01 Jan 2099 12:00:00 GMT', PT1H"
  })
  void waitsAsLongAsAskedUpToTheLimit(String header, Duration wait) {
    assertThat(RetryAfter.in(Headers.of("Retry-After", header), NOON)).contains(wait);
  }

  @ParameterizedTest
  @CsvSource({"''", "soon", "-5", "1.5", "0x10", "'Thu, 99 Foo 2026'", "１０"})
  void leavesNonsenseToTheCallersOwnBackoff(String header) {
    Headers headers = new Headers.Builder().addUnsafeNonAscii("Retry-After", header).build();
    assertThat(RetryAfter.in(headers, NOON)).isEmpty();
  }

  @Test
  void saysNothingWhereTheHeaderIsAbsent() {
    assertThat(RetryAfter.in(Headers.of(), NOON)).isEmpty();
  }

  @Test
  void clampsSecondsFromABodyToo() {
    assertThat(RetryAfter.ofSeconds(5)).isEqualTo(Duration.ofSeconds(5));
    assertThat(RetryAfter.ofSeconds(-1)).isZero();
    assertThat(RetryAfter.ofSeconds(Long.MAX_VALUE)).isEqualTo(RetryAfter.MAX);
  }
}
