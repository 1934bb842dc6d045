package dev.moltbot.adapter.instagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Two calls in any second, and no call waits longer than it must. */
class RateTest {
  private final AtomicLong nanos = new AtomicLong();
  private final Rate rate = new Rate(nanos::get, nap -> nanos.addAndGet(nap.toNanos()));

  @Test
  void allowsTwoCallsInAnySecond() throws InterruptedException {
    var times = new ArrayList<Long>();
    for (int i = 0; i < 50; i++) {
      nanos.addAndGet(i * 7_000_000L % 300_000_000L);
      rate.await();
      times.add(nanos.get());
    }
    for (int i = 2; i < times.size(); i++) {
      assertThat(times.get(i) - times.get(i - 2)).isGreaterThan(Duration.ofSeconds(1).toNanos());
    }
  }

  @Test
  void doesNotHoldUpWhoIsSlow() throws InterruptedException {
    for (int i = 0; i < 10; i++) {
      nanos.addAndGet(Duration.ofSeconds(1).toNanos());
      long before = nanos.get();
      rate.await();
      assertThat(nanos.get()).isEqualTo(before);
    }
  }

  @Test
  void letsGoWhoIsInterrupted() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(rate::await).isInstanceOf(InterruptedException.class);
  }
}
