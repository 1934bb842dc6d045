package dev.moltbot.port;

import java.time.Duration;

/** Wakes whoever waits when a transaction has left work behind. A hint: polling finds it too. */
public interface WorkSignal {

  /** Returns at the next signal, or after this time. Thread-safe; each waiter is woken. */
  void await(Duration longest) throws InterruptedException;
}
