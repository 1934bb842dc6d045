package dev.moltbot.adapter.tokens;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How often Google is asked. A token lives for an hour, so a Moltbot in good health asks once in
 * that time, and a few times more after restarts. Thread-safe.
 */
final class Allowance {
  /** Most tokens in {@link #SPAN}. */
  static final int MOST = 20;

  static final Duration SPAN = Duration.ofHours(1);

  private final InstantSource time;
  private final Deque<Instant> given = new ArrayDeque<>(MOST);

  Allowance(InstantSource time) {
    this.time = time;
  }

  /** Zero, and one is used up; else how long there is none. */
  synchronized Duration take() {
    Instant now = time.instant();
    while (!given.isEmpty() && !given.getFirst().plus(SPAN).isAfter(now)) {
      given.removeFirst();
    }
    if (given.size() == MOST) {
      return Duration.between(now, given.getFirst().plus(SPAN));
    }
    given.addLast(now);
    return Duration.ZERO;
  }
}
