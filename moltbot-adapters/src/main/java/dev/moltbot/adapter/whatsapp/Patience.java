package dev.moltbot.adapter.whatsapp;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * How long what may take.
 *
 * @param connect how long a send waits for a connection that is being made
 * @param answer how long a send waits for WhatsApp's answer; with {@code connect} within the port's
 *     30 seconds, and longer than the bridge's own 20
 * @param silence how long a bridge may say nothing before it is asked for a sign of life; after
 *     twice that it is ended
 * @param nanos a clock for measuring, in nanoseconds
 */
record Patience(
    Duration connect,
    Duration answer,
    Duration silence,
    LongSupplier nanos,
    RandomGenerator random) {
  /** First wait before a bridge that ended is started again; doubles from there. */
  static final Duration FIRST_REST = Duration.ofSeconds(1);

  static final Duration LONGEST_REST = Duration.ofMinutes(5);

  static Patience usual(LongSupplier nanos, RandomGenerator random) {
    return new Patience(
        Duration.ofSeconds(5), Duration.ofSeconds(22), Duration.ofSeconds(60), nanos, random);
  }

  /** How long to rest after so many failures in a row, in nanoseconds; never the same twice. */
  long rest(int failures) {
    long whole = FIRST_REST.toNanos() << Math.min(Math.max(failures - 1, 0), 20);
    long bounded = Math.min(whole, LONGEST_REST.toNanos());
    return bounded / 2 + random.nextLong(bounded / 2);
  }
}
