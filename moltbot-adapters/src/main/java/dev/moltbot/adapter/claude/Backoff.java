package dev.moltbot.adapter.claude;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * How long to leave an overloaded service alone: twice as long after every failure in a row, with
 * jitter, so that many who failed together do not come back together. Thread-safe.
 */
final class Backoff {
  static final Duration FIRST = Duration.ofSeconds(2);
  static final Duration LONGEST = Duration.ofMinutes(5);

  /** Doublings after which the wait cannot grow: 2 s, eight times doubled, is over 5 minutes. */
  private static final int MAX_DOUBLINGS = 8;

  private final RandomGenerator random;
  private final AtomicInteger failures = new AtomicInteger();

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /** Counts one more failure; between half of and the whole of its turn's wait. */
  Duration next() {
    int doublings = Math.min(failures.getAndIncrement(), MAX_DOUBLINGS);
    long full = Math.min(FIRST.toMillis() << doublings, LONGEST.toMillis());
    return Duration.ofMillis(random.nextLong(full / 2, full + 1));
  }

  void succeeded() {
    failures.set(0);
  }
}
