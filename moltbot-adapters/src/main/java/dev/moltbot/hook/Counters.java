package dev.moltbot.hook;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what came in, and says so in the log: at most one line a minute, because whoever finds the
 * address can call it as often as they like. Thread-safe.
 */
final class Counters {
  /** Time between two lines about wrong signatures. */
  static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(Counters.class);

  private final String service;
  private final LongSupplier nanos;
  private final AtomicLong kept = new AtomicLong();
  private final AtomicLong wrong = new AtomicLong();
  private final AtomicLong turnedAway = new AtomicLong();
  private final AtomicLong nextLine;

  Counters(String service, LongSupplier nanos) {
    this.service = service;
    this.nanos = nanos;
    this.nextLine = new AtomicLong(nanos.getAsLong());
  }

  void kept() {
    kept.incrementAndGet();
  }

  void wrong() {
    long all = wrong.incrementAndGet();
    if (due()) {
      LOG.warn("{}: a call with a wrong signature was refused; {} so far", service, all);
    }
  }

  /** Names the trouble's type: its message may name a path and no more, but need not. */
  void turnedAway(Exception trouble) {
    long all = turnedAway.incrementAndGet();
    if (due()) {
      String what = trouble.getClass().getSimpleName();
      LOG.error("{}: a message could not be kept on disk ({}); {} so far", service, what, all);
    }
  }

  Tally tally() {
    return new Tally(kept.get(), wrong.get(), turnedAway.get());
  }

  private boolean due() {
    long now = nanos.getAsLong();
    long next = nextLine.get();
    return now - next >= 0 && nextLine.compareAndSet(next, now + BETWEEN_LINES.toNanos());
  }
}
