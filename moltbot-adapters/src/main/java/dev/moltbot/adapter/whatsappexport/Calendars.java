package dev.moltbot.adapter.whatsappexport;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.util.Optional;

/**
 * Days in the calendars that phones are set to. WhatsApp is from 2009, so a year of another
 * calendar is told by its size: Persian from 1388, Islamic from 1430, Buddhist from 2552.
 */
final class Calendars {
  /** The first year of WhatsApp, and the years after it in which an export may be read. */
  private static final int FIRST_YEAR = 2009;

  private static final int LAST_YEAR = 2099;
  private static final int BUDDHIST = 543;
  private static final int FIRST_PERSIAN = 1388;
  private static final int FIRST_ISLAMIC = 1430;
  private static final int LAST_ISLAMIC = 1475;

  /** Two digits from here on are Buddhist: no message is from 2052 yet. */
  private static final int SHORT_BUDDHIST = 52;

  private static final LocalDate PERSIAN_START = LocalDate.of(FIRST_YEAR, 3, 21);
  private static final String PERSIAN_LEAPS = " 1 5 9 13 17 22 26 30 ";

  private Calendars() {}

  /** The day, or empty for one that no calendar has. */
  static Optional<LocalDate> day(int year, int yearDigits, int month, int day) {
    try {
      return switch (yearDigits) {
        case 2 -> gregorian(year + (year < SHORT_BUDDHIST ? 2000 : 2500 - BUDDHIST), month, day);
        case 4 -> whole(year, month, day);
        default -> Optional.empty();
      };
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> whole(int year, int month, int day) {
    if (year >= FIRST_PERSIAN && year < FIRST_ISLAMIC) {
      return persian(year, month, day);
    }
    if (year >= FIRST_ISLAMIC && year <= LAST_ISLAMIC) {
      return Optional.of(LocalDate.from(HijrahDate.of(year, month, day)));
    }
    return gregorian(year > LAST_YEAR ? year - BUDDHIST : year, month, day);
  }

  private static Optional<LocalDate> gregorian(int year, int month, int day) {
    return year < FIRST_YEAR || year > LAST_YEAR
        ? Optional.empty()
        : Optional.of(LocalDate.of(year, month, day));
  }

  /** Six months of 31 days, five of 30, and one of 29 or 30. */
  private static Optional<LocalDate> persian(int year, int month, int day) {
    int length = month <= 6 ? 31 : (month < 12 || leap(year)) ? 30 : 29;
    if (month < 1 || month > 12 || day < 1 || day > length) {
      return Optional.empty();
    }
    long days = 31L * Math.min(month - 1, 6) + 30L * Math.max(month - 7, 0) + day - 1;
    for (int before = FIRST_PERSIAN; before < year; before++) {
      days += leap(before) ? 366 : 365;
    }
    return Optional.of(PERSIAN_START.plusDays(days));
  }

  /** The 33-year cycle, right for every year in question. */
  private static boolean leap(int persianYear) {
    return PERSIAN_LEAPS.contains(" " + persianYear % 33 + " ");
  }
}
