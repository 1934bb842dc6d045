package dev.moltbot.app.command;

import dev.moltbot.port.Timeline;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Dates as people write and read them, where they are. */
final class When {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");

  private final ZoneId zone;

  When(ZoneId zone) {
    this.zone = zone;
  }

  static When here() {
    return new When(ZoneId.systemDefault());
  }

  /** The beginning of a day, month or year; or the very instant. Empty when it is none of these. */
  Optional<Instant> parse(String words) {
    try {
      LocalDate day =
          switch (words.length()) {
            case 4 -> Year.parse(words).atDay(1);
            case 7 -> YearMonth.parse(words).atDay(1);
            case 10 -> LocalDate.parse(words);
            default -> null;
          };
      return Optional.of(day == null ? Instant.parse(words) : day.atStartOfDay(zone).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  String minute(Instant at) {
    return written(MINUTE, at);
  }

  String day(Instant at) {
    return written(DAY, at);
  }

  private String written(DateTimeFormatter format, Instant at) {
    return at.isAfter(Timeline.EARLIEST) ? format.format(at.atZone(zone)) : "undated";
  }
}
