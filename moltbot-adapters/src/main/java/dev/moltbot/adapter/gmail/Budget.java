package dev.moltbot.adapter.gmail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How much one read may do: so many messages, and so long. */
record Budget(int messages, Instant end, InstantSource time) {
  /** Each message is a request of its own, so a read ends well before the port's minute. */
  static final Duration DURATION = Duration.ofSeconds(10);

  /** Most messages of one read, however fast they come. */
  static final int MAX_MESSAGES = 100;

  static Budget of(int limit, InstantSource time) {
    return new Budget(Math.min(limit, MAX_MESSAGES), time.instant().plus(DURATION), time);
  }

  boolean spent() {
    return !time.instant().isBefore(end);
  }
}
