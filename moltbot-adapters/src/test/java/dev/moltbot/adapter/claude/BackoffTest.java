package dev.moltbot.adapter.claude;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Waits grow, stay bounded, differ, and start over after a success. */
class BackoffTest {
  private final Backoff backoff = new Backoff(new Random(7));

  @Test
  void doublesUpToALimit() {
    Duration full = Backoff.FIRST;
    for (int failure = 0; failure < 40; failure++) {
      assertThat(backoff.next()).isBetween(full.dividedBy(2), full);
      full = full.multipliedBy(2);
      full = full.compareTo(Backoff.LONGEST) > 0 ? Backoff.LONGEST : full;
    }
  }

  @Test
  void startsOverAfterASuccess() {
    for (int failure = 0; failure < 10; failure++) {
      backoff.next();
    }
    backoff.succeeded();
    assertThat(backoff.next()).isLessThanOrEqualTo(Backoff.FIRST);
  }

  @Test
  void differsBetweenTwoWhoFailedTogether() {
    assertThat(new Backoff(new Random(1)).next()).isNotEqualTo(new Backoff(new Random(2)).next());
  }
}
