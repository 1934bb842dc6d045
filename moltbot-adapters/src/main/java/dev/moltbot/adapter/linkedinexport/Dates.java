package dev.moltbot.adapter.linkedinexport;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The ways in which LinkedIn has written times over the years. */
final class Dates {
  private static final List<DateTimeFormatter> DAYS =
      formats("d MMM yyyy", "yyyy-M-d", "M/d/yyyy", "M/d/yy", "MMM d, yyyy");

  private static final List<DateTimeFormatter> TIMES =
      formats(
          "yyyy-M-d H:mm:ss",
          "yyyy-M-d'T'H:mm:ss",
          "yyyy-M-d H:mm",
          "M/d/yy, h:mm a",
          "M/d/yyyy, h:mm a",
          "M/d/yy h:mm a",
          "d MMM yyyy, HH:mm");

  private Dates() {}

  private static List<DateTimeFormatter> formats(String... patterns) {
    return List.of(patterns).stream()
        .map(pattern ->
            new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH))
        .toList();
  }

  static Optional<LocalDate> day(String written) {
    for (DateTimeFormatter format : DAYS) {
      try {
        return Optional.of(LocalDate.parse(written, format));
      } catch (DateTimeException e) {
        // The next one.
      }
    }
    return Optional.empty();
  }

  /**
   * An instant.
   *
   * @param zone of times that do not say
   */
  static Optional<Instant> instant(String written, ZoneId zone) {
    String plain = written.replace('\u202F', ' ').replaceFirst("\\.\\d{1,9}(?=Z|$)", "");
    boolean utc = plain.matches(".*(UTC|GMT|Z|\\+00:?00)$");
    String local = plain.replaceFirst("\\s*(UTC|GMT|Z|\\+00:?00)$", "");
    ZoneId at = utc ? ZoneOffset.UTC : zone;
    for (DateTimeFormatter format : TIMES) {
      try {
        return Optional.of(LocalDateTime.parse(local, format).atZone(at).toInstant());
      } catch (DateTimeException e) {
        // The next one.
      }
    }
    return day(local).map(day -> day.atStartOfDay(at).toInstant());
  }
}
