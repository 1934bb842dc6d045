package dev.moltbot.app.command;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments in names of files: to the second, in UTC, in the order of their letters. */
final class Stamps {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Stamps() {}

  static String of(Instant moment) {
    return FORM.format(moment);
  }
}
