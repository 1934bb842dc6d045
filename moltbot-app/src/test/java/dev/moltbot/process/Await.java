package dev.moltbot.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for what another process brings about. */
public final class Await {
  /** Longer than anything takes on a busy machine. */
  public static final Duration LIMIT = Duration.ofSeconds(60);

  private Await() {}

  /** Returns when it is so, and fails with a look at the situation if it never is. */
  public static void until(String what, BooleanSupplier so, Supplier<String> situation) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("never came about: " + what + "\n" + situation.get());
      }
      pause();
    }
  }

  /** Fails as soon as it is so. For what must not happen, and would happen soon. */
  public static void never(String what, Duration within, BooleanSupplier so) {
    long deadline = System.nanoTime() + within.toNanos();
    while (System.nanoTime() < deadline) {
      if (so.getAsBoolean()) {
        throw new AssertionError("came about: " + what);
      }
      pause();
    }
  }

  public static void pause() {
    try {
      Thread.sleep(25);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
