package dev.moltbot.domain.approval;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * When the owner is not to be disturbed: from one time of day to another, past midnight if the
 * second is the earlier one. Equal times mean never.
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {
  /** The owner may always be disturbed. */
  public static final QuietHours NEVER =
      new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, ZoneOffset.UTC);

  /** How long it stays quiet; zero when it is not. Right on days that are 23 or 25 hours long. */
  public Duration left(Instant now) {
    ZonedDateTime here = now.atZone(zone);
    if (!within(here.toLocalTime())) {
      return Duration.ZERO;
    }
    ZonedDateTime end = here.with(to);
    if (!end.isAfter(here)) {
      end = here.toLocalDate().plusDays(1).atTime(to).atZone(zone);
    }
    return Duration.between(now, end.toInstant());
  }

  private boolean within(LocalTime time) {
    if (from.isBefore(to)) {
      return !time.isBefore(from) && time.isBefore(to);
    }
    return from.isAfter(to) && (!time.isBefore(from) || time.isBefore(to));
  }
}
