package dev.moltbot.port;

import dev.moltbot.domain.alert.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the owner must hear about. Each method is one transaction, audit entry included. */
public interface Alerts {

  /** Keeps the alert unless one with its key is still standing. Returns whether it was new. */
  boolean raise(Alert alert, Instant now);

  /** Ends a standing alert, so that the next one with its key is told again. */
  void clear(String key, Instant now);

  /** The oldest alert not told; not handed out again until {@code lease} has passed. */
  Optional<Alert> nextUntold(Duration lease, Instant now);

  /** Alerts that stand, told or not, the newest first. */
  List<Alert> standing(int limit);

  void told(Alert alert, Instant now);
}
