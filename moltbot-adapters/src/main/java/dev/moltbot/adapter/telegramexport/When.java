package dev.moltbot.adapter.telegramexport;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Times of an export: in seconds since 2021, before only as the clock on the wall showed them. */
final class When {
  /** Nothing on Telegram is older, and nothing is newer than this. */
  private static final Instant FIRST = Instant.parse("2013-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  private When() {}

  /** Null for a time that is missing or cannot be. */
  static @Nullable Instant of(Fields fields, ZoneId zone) {
    Long seconds = fields.number("date_unixtime");
    Instant at = seconds == null ? local(fields.text("date"), zone) : instant(seconds);
    return at == null || at.isBefore(FIRST) || at.isAfter(LAST) ? null : at;
  }

  private static @Nullable Instant instant(long seconds) {
    return seconds < 0 || seconds > LAST.getEpochSecond() ? null : Instant.ofEpochSecond(seconds);
  }

  /** An hour that was twice is the first of them; one that never was is the one after. */
  private static @Nullable Instant local(String text, ZoneId zone) {
    try {
      return ZonedDateTime.of(LocalDateTime.parse(text), zone).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
