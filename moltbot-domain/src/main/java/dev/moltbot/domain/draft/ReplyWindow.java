package dev.moltbot.domain.draft;

import java.time.Duration;
import java.time.Instant;

/**
 * How long after a message its channel takes a reply. Known before a draft is made, because a reply
 * nobody may send is worse than none.
 *
 * @param length counted from the last message of the other side
 */
public record ReplyWindow(Duration length) {
  /** A channel that takes replies at any time. */
  public static final ReplyWindow ALWAYS = new ReplyWindow(Duration.ofSeconds(Long.MAX_VALUE));

  public ReplyWindow {
    if (!length.isPositive()) {
      throw new IllegalArgumentException("a reply window of " + length);
    }
  }

  /** When the window that this message opened closes; {@link Instant#MAX} for never. */
  public Instant closes(Instant lastInbound) {
    boolean never = length.compareTo(Duration.between(lastInbound, Instant.MAX)) >= 0;
    return never ? Instant.MAX : lastInbound.plus(length);
  }

  @Override
  public String toString() {
    return equals(ALWAYS) ? "always" : length.toHours() + " hours";
  }
}
