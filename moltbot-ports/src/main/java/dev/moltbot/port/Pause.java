package dev.moltbot.port;

import java.time.Instant;

/** The owner's brake. Outlives restarts. Each method is one transaction, audit entry included. */
public interface Pause {

  boolean paused();

  /** Nothing is read, drafted or sent until {@link #resume}. Pausing twice is pausing once. */
  void pause(String by, Instant now);

  void resume(String by, Instant now);
}
