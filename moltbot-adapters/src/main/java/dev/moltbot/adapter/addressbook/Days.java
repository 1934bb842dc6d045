package dev.moltbot.adapter.addressbook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Birthdays in every form that address books have, as ISO 8601 or not at all. */
final class Days {
  /** What Apple writes for a year that nobody knows. */
  private static final int NO_YEAR = 1604;

  private static final List<Pattern> YEAR_FIRST =
      List.of(
          Pattern.compile("(?<y>\\d{4})-?(?<m>\\d{2})-?(?<d>\\d{2})([T ].*)?"),
          Pattern.compile("(?<y>\\d{4})[/.-](?<m>\\d{1,2})[/.-](?<d>\\d{1,2})([T ].*)?"),
          Pattern.compile("(?<d>\\d{1,2})\\.(?<m>\\d{1,2})\\.(?<y>\\d{4})"));

  private static final Pattern YEARLESS =
      Pattern.compile("\\s*--(?<m>\\d{2})-?(?<d>\\d{2})([T ].*)?");

  private static final Pattern SLASHED =
      Pattern.compile("(?<a>\\d{1,2})/(?<b>\\d{1,2})/(?<y>\\d{4})");

  private static final int MONTHS = 12;

  private Days() {}

  /** Empty when it is no day, and when day and month cannot be told apart. */
  static Optional<String> iso(String written) {
    String text = written.strip();
    try {
      Matcher yearless = YEARLESS.matcher(text);
      if (yearless.matches()) {
        return Optional.of(yearless(number(yearless, "m"), number(yearless, "d")));
      }
      for (Pattern pattern : YEAR_FIRST) {
        Matcher day = pattern.matcher(text);
        if (day.matches()) {
          return Optional.of(day(number(day, "y"), number(day, "m"), number(day, "d")));
        }
      }
      return slashed(SLASHED.matcher(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> slashed(Matcher day) {
    if (!day.matches()) {
      return Optional.empty();
    }
    int a = number(day, "a");
    int b = number(day, "b");
    boolean dayFirst = a > MONTHS || a == b;
    return dayFirst || b > MONTHS
        ? Optional.of(day(number(day, "y"), dayFirst ? b : a, dayFirst ? a : b))
        : Optional.empty();
  }

  static String day(int year, int month, int day) {
    return year == NO_YEAR ? yearless(month, day) : LocalDate.of(year, month, day).toString();
  }

  static String yearless(int month, int day) {
    return MonthDay.of(month, day).toString();
  }

  private static int number(Matcher matcher, String group) {
    return Integer.parseInt(matcher.group(group));
  }
}
