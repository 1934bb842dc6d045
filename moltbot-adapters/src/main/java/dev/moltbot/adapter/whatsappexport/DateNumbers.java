package dev.moltbot.adapter.whatsappexport;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The three numbers of a date as they stand.
 *
 * @param firstDigits how many digits the first has; leading zeros count
 * @param thirdDigits how many the third has
 * @param slashed whether strokes part them
 */
record DateNumbers(
    int first, int second, int third, int firstDigits, int thirdDigits, boolean slashed) {
  private static final int YEAR_DIGITS = 4;

  /** Whether only the year can stand first. */
  boolean yearFirst() {
    return firstDigits == YEAR_DIGITS;
  }

  /** Whether only the year can stand last. */
  boolean yearLast() {
    return thirdDigits == YEAR_DIGITS;
  }

  /** Whether the phone fills numbers up with zeros: unknown when none is short. */
  boolean unfilled() {
    return firstDigits == 1;
  }

  /** The day, if there is one when read so. */
  Optional<LocalDate> in(DateOrder order) {
    return switch (order) {
      case DAY_FIRST -> Calendars.day(third, thirdDigits, second, first);
      case MONTH_FIRST -> Calendars.day(third, thirdDigits, first, second);
      case YEAR_FIRST -> Calendars.day(first, firstDigits, second, third);
    };
  }
}
