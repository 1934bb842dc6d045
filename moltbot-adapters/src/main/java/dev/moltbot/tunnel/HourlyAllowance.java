package dev.moltbot.tunnel;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** So many bytes an hour, over all tunnels and both directions. Thread-safe. */
final class HourlyAllowance {
  private final long most;
  private final InstantSource time;
  private Instant hour = Instant.EPOCH;
  private long used;

  HourlyAllowance(long most, InstantSource time) {
    this.most = most;
    this.time = time;
  }

  /** Whether so many more may pass; those that may not are not counted. */
  synchronized boolean take(long bytes) {
    Instant now = time.instant().truncatedTo(ChronoUnit.HOURS);
    if (!now.equals(hour)) {
      hour = now;
      used = 0;
    }
    if (used + bytes > most) {
      return false;
    }
    used += bytes;
    return true;
  }

  /** What is said when it is used up. */
  Refused usedUp() {
    return new Refused("the " + most + " bytes of this hour are used up");
  }
}
