package dev.moltbot.hook;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/**
 * One virtual thread for each exchange, a bounded number of them, each for a bounded time. The
 * server reads request line, headers and body on it, so an interrupt ends a caller that drips: it
 * closes the connection under whoever waits for it.
 */
public final class Threads implements Executor {
  private final Semaphore places;
  private final Duration longest;

  /** As many at once and for as long as these limits say. */
  public Threads(Hook.Limits limits) {
    this.places = new Semaphore(limits.atOnce());
    this.longest = limits.exchange();
  }

  /** Runs it, or refuses; the server hangs up on what is refused. */
  @Override
  public void execute(Runnable exchange) {
    if (!places.tryAcquire()) {
      throw new RejectedExecutionException("too many calls at once");
    }
    Thread worker = Thread.ofVirtual().name("hook").start(() -> run(exchange));
    Thread.ofVirtual().name("hook-watch").start(() -> watch(worker));
  }

  private void run(Runnable exchange) {
    try {
      exchange.run();
    } finally {
      places.release();
    }
  }

  private void watch(Thread worker) {
    try {
      if (!worker.join(longest)) {
        worker.interrupt();
      }
    } catch (InterruptedException e) {
      worker.interrupt();
    }
  }
}
