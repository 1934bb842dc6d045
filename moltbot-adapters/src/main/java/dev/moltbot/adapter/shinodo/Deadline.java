package dev.moltbot.adapter.shinodo;

import java.time.Duration;
import java.util.function.LongSupplier;

/** When waiting is over, on a clock that only counts up. Immutable and thread-safe. */
final class Deadline {
  private final LongSupplier nanos;
  private final long end;

  private Deadline(LongSupplier nanos, long end) {
    this.nanos = nanos;
    this.end = end;
  }

  static Deadline in(Duration time, LongSupplier nanos) {
    return new Deadline(nanos, nanos.getAsLong() + time.toNanos());
  }

  /** The earlier of this and so long from now. */
  Deadline atMost(Duration time) {
    long other = nanos.getAsLong() + time.toNanos();
    return new Deadline(nanos, other - end < 0 ? other : end);
  }

  boolean over() {
    return left().isZero();
  }

  /** Never negative. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, end - nanos.getAsLong()));
  }
}
