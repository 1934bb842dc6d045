package dev.moltbot.port;

import java.time.Duration;
import java.util.List;

/** What listening at the desk brought. */
public sealed interface Heard {

  /** Possibly nothing. The desk gives the same actions again until {@code next} was passed. */
  record Actions(List<OwnerAction> actions, Cursor next) implements Heard {

    public Actions {
      actions = List.copyOf(actions);
    }
  }

  /** The owner cannot be heard now. */
  record Unreachable(Duration retryAfter, String reason) implements Heard {}

  /** Not until the owner does something on this machine. */
  record Stopped(String reason, String remedy) implements Heard {}
}
