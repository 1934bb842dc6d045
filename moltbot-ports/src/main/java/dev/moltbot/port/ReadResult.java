package dev.moltbot.port;

import dev.moltbot.domain.message.InboundMessage;
import java.time.Duration;
import java.util.List;

/** What a reader came back with. */
public sealed interface ReadResult {

  /**
   * Messages, oldest first, and where to go on. Nothing counts as read until messages and cursor
   * are stored together.
   *
   * @param more whether reading on at once is worth it
   */
  record Batch(
      List<InboundMessage> messages, List<Quarantined> quarantined, Cursor next, boolean more)
      implements ReadResult {

    public Batch {
      messages = List.copyOf(messages);
      quarantined = List.copyOf(quarantined);
    }

    public boolean isEmpty() {
      return messages.isEmpty() && quarantined.isEmpty();
    }
  }

  /** Not now: throttled, unreachable, or the answer made no sense. The cursor stays. */
  record Busy(Duration retryAfter, String reason) implements ReadResult {}

  /**
   * Not until the owner does something.
   *
   * @param remedy what that is, in one line
   */
  record Stopped(String reason, String remedy) implements ReadResult {}
}
