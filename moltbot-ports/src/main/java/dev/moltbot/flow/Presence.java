package dev.moltbot.flow;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether the owner can be reached. As long as not, nothing is read, drafted or sent: an assistant
 * that nobody can stop does nothing. Unreachable until proven otherwise. Thread-safe.
 */
public final class Presence {
  private final AtomicBoolean reachable = new AtomicBoolean();

  public boolean reachable() {
    return reachable.get();
  }

  void note(boolean now) {
    reachable.set(now);
  }
}
