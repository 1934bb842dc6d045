package dev.moltbot.adapter.whatsappexport;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * The front of a line that begins a message: when it was, and what stands after that.
 *
 * @param words those beside the time, as they stand
 * @param seconds whether the time has any
 * @param rest the writer, a colon and the words; or an announcement
 */
record Header(
    Enclosure enclosure,
    DateNumbers date,
    DayHalf half,
    int hour,
    int minute,
    int second,
    boolean seconds,
    String words,
    String rest) {

  /** What parts the time from the writer. */
  enum Enclosure {
    BRACKETS,
    DASH,
    COLON
  }

  /** The time of the day, or empty for one that no clock shows. */
  Optional<LocalTime> time() {
    int hours = half.hour(hour);
    return hours > 23 || minute > 59 || second > 59
        ? Optional.empty()
        : Optional.of(LocalTime.of(hours, minute, second));
  }

  /**
   * The day: read in the order of the file, or in the only other one in which it is a day. A file
   * can be put together from the exports of two phones.
   */
  Optional<LocalDate> day(DateOrder order) {
    if (date.yearFirst()) {
      return date.in(DateOrder.YEAR_FIRST);
    }
    var read = date.in(order);
    if (read.isPresent() || (order == DateOrder.YEAR_FIRST && !date.yearLast())) {
      return read;
    }
    var other = date.in(DateOrder.DAY_FIRST);
    return other.isPresent() ? other : date.in(DateOrder.MONTH_FIRST);
  }
}
