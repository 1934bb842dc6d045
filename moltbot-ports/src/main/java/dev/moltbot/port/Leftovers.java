package dev.moltbot.port;

import java.time.Instant;

/** What a process that died had taken for itself. */
public interface Leftovers {

  /**
   * Frees all of it, in one transaction: nobody needs to wait until a dead process's time is over.
   * Sends it had begun become unknown. Does nothing where others may be at work on the same store,
   * whose turn ends by itself. Called once, before any work begins.
   */
  void clear(Instant now);
}
