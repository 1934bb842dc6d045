package dev.moltbot.channel;

import dev.moltbot.port.ReadResult;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A service's wish for quiet, kept although the reader had something to hand over: a batch cut
 * short by throttling is stored first, and the next read waits. Used by one thread.
 */
public final class Quiet {
  private final String service;
  private final InstantSource time;
  private Instant until = Instant.MIN;

  public Quiet(String service, InstantSource time) {
    this.service = service;
    this.time = time;
  }

  /** The result to give while the quiet lasts; empty when it is over. */
  public Optional<ReadResult> stillOn() {
    Instant now = time.instant();
    return now.isBefore(until)
        ? Optional.of(
            new ReadResult.Busy(Duration.between(now, until), service + " asked for quiet"))
        : Optional.empty();
  }

  /** Notes the trouble that cut a batch short, if it was a wish for quiet. */
  public void after(ReadResult trouble) {
    if (trouble instanceof ReadResult.Busy busy) {
      until = time.instant().plus(busy.retryAfter());
    }
  }
}
