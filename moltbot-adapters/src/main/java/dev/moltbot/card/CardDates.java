package dev.moltbot.card;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as a card shows them: unambiguous everywhere, in the owner's zone. */
record CardDates(ZoneId zone) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm z", Locale.ENGLISH);

  String day(Instant instant) {
    return DAY.format(instant.atZone(zone));
  }

  String minute(Instant instant) {
    return MINUTE.format(instant.atZone(zone));
  }
}
