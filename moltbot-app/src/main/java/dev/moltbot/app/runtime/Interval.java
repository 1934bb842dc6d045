package dev.moltbot.app.runtime;

import dev.moltbot.flow.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Spaces the beginnings of turns, not their ends: a reader that waited for its service has no need
 * to wait again. Used by one thread.
 */
final class Interval implements Loop.Rest, Supplier<Step> {
  private final Supplier<Step> turn;
  private final Duration length;
  private final InstantSource time;
  private Instant began;

  Interval(Supplier<Step> turn, Duration length, InstantSource time) {
    this.turn = turn;
    this.length = length;
    this.time = time;
    this.began = time.instant();
  }

  @Override
  public Step get() {
    began = time.instant();
    return turn.get();
  }

  /** A clock set back makes one rest a whole one, never a longer one. */
  @Override
  public void take() throws InterruptedException {
    Duration spent = Duration.between(began, time.instant());
    Thread.sleep(spent.isNegative() ? length : positive(length.minus(spent)));
  }

  private static Duration positive(Duration left) {
    return left.isNegative() ? Duration.ZERO : left;
  }
}
