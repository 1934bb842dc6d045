package dev.moltbot.channel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How much one read may do where each message is a request of its own: so many, and so long. */
public record Budget(int messages, Instant end, InstantSource time) {
  /** Well before the port's minute, because the last request may take its time. */
  public static final Duration DURATION = Duration.ofSeconds(10);

  /** Most messages of one read, however fast they come. */
  public static final int MAX_MESSAGES = 100;

  /** A read of at most so many messages that begins now. */
  public static Budget of(int limit, InstantSource time) {
    return new Budget(Math.min(limit, MAX_MESSAGES), time.instant().plus(DURATION), time);
  }

  /** Whether its time is over. */
  public boolean spent() {
    return !time.instant().isBefore(end);
  }
}
