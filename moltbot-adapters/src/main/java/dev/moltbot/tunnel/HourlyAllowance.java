package dev.moltbot.tunnel;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * So many bytes in each hour of the clock, over all tunnels and both directions. Who asks for more
 * than is left has used it up for the rest of that hour. Begins anew with the program. Thread-safe.
 */
final class HourlyAllowance {
  private final long most;
  private final InstantSource time;
  private Instant hour = Instant.EPOCH;
  private long used;

  HourlyAllowance(long most, InstantSource time) {
    this.most = most;
    this.time = time;
  }

  /** Whether so many more may pass; afterwards none may. */
  synchronized boolean take(long bytes) {
    Instant now = time.instant().truncatedTo(ChronoUnit.HOURS);
    if (!now.equals(hour)) {
      hour = now;
      used = 0;
    }
    if (used + bytes > most) {
      used = most;
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
