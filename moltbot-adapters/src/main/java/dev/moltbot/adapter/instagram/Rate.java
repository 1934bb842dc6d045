package dev.moltbot.adapter.instagram;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Instagram's limit on asking for conversations: two calls in any second, for one account. Callers
 * wait their turn. Thread-safe.
 */
final class Rate {
  static final int CALLS = 2;

  /** A little more than a second: calls may come closer together than they left. */
  static final Duration PERIOD = Duration.ofMillis(1_050);

  /** Sleeps. */
  @FunctionalInterface
  interface Nap {
    void take(Duration length) throws InterruptedException;
  }

  private final ReentrantLock turn = new ReentrantLock(true);
  private final ArrayDeque<Long> recent = new ArrayDeque<>();
  private final LongSupplier nanos;
  private final Nap nap;

  /**
   * Makes a limit with no calls behind it.
   *
   * @param nanos a running count of nanoseconds
   */
  Rate(LongSupplier nanos, Nap nap) {
    this.nanos = nanos;
    this.nap = nap;
  }

  /** Waits until one call more may leave. */
  void await() throws InterruptedException {
    turn.lockInterruptibly();
    try {
      if (recent.size() == CALLS) {
        long over = recent.getFirst() + PERIOD.toNanos();
        for (long left = over - now(); left > 0; left = over - now()) {
          nap.take(Duration.ofNanos(left));
        }
        recent.removeFirst();
      }
      recent.addLast(now());
    } finally {
      turn.unlock();
    }
  }

  private long now() {
    return nanos.getAsLong();
  }
}
