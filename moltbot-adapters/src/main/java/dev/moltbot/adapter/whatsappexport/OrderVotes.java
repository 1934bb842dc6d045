package dev.moltbot.adapter.whatsappexport;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Learns from a whole chat in which order its dates stand. Each order is tried on every line. The
 * evidence, strongest first: days that do not exist; names of files that hold their date; days that
 * go back, since a chat is written front to back; days that follow each other closely.
 */
final class OrderVotes {
  /** Days between two messages that are near each other. */
  private static final int NEAR_DAYS = 3;

  private final Map<DateOrder, Count> counts = new EnumMap<>(DateOrder.class);
  private boolean any;
  private boolean yearLast;
  private boolean slashed;
  private boolean unfilled;
  private boolean halves;
  private boolean cjk;

  OrderVotes() {
    List.of(DateOrder.values()).forEach(order -> counts.put(order, new Count()));
  }

  private static final class Count {
    private @Nullable LocalDate last;
    private long impossible;
    private long contradicted;
    private long backwards;
    private long near;

    void see(@Nullable LocalDate day, String fileDate) {
      if (day == null) {
        impossible++;
        return;
      }
      boolean told = !fileDate.isEmpty();
      contradicted +=
          told && !day.format(DateTimeFormatter.BASIC_ISO_DATE).equals(fileDate) ? 1 : 0;
      if (last != null) {
        long days = ChronoUnit.DAYS.between(last, day);
        backwards += days < 0 ? 1 : 0;
        near += days > 0 && days <= NEAR_DAYS ? 1 : 0;
      }
      last = day;
    }
  }

  /**
   * One line.
   *
   * @param fileDate the day that a file in it is named by, as 20241231, or empty
   */
  void see(Header header, String fileDate) {
    DateNumbers date = header.date();
    if (date.yearFirst()) {
      return;
    }
    any = true;
    yearLast |= date.yearLast();
    slashed |= date.slashed();
    unfilled |= date.unfilled();
    String words = header.words().toLowerCase(Locale.ROOT).replaceAll("[., ]", "");
    halves |= words.equals("am") || words.equals("pm");
    cjk |=
        words.codePoints().anyMatch(c -> Character.isIdeographic(c) || (c >= 0xAC00 && c < 0xD7A4));
    counts.forEach((order, count) -> count.see(date.in(order).orElse(null), fileDate));
  }

  /** Whether every date begins with its year, so that there is nothing to decide. */
  boolean none() {
    return !any;
  }

  /** The order, if the chat alone shows it. */
  @Nullable DateOrder shown() {
    return best(
        count -> count.impossible,
        count -> count.contradicted,
        count -> count.backwards,
        count -> -count.near);
  }

  /** What phones with this layout do mostly, where the chat leaves it open. */
  @Nullable DateOrder likely() {
    if (cjk && !yearLast) {
      return DateOrder.YEAR_FIRST;
    }
    if (!slashed) {
      return DateOrder.DAY_FIRST;
    }
    return halves && unfilled && !yearLast ? DateOrder.MONTH_FIRST : null;
  }

  @SafeVarargs
  private @Nullable DateOrder best(ToLongFunction<Count>... evidence) {
    List<DateOrder> left = candidates();
    for (var each : evidence) {
      long least = left.stream().mapToLong(o -> each.applyAsLong(count(o))).min().orElse(0);
      left = left.stream().filter(o -> each.applyAsLong(count(o)) == least).toList();
    }
    return left.size() == 1 ? left.getFirst() : null;
  }

  /** Two digits in front are a year only where nothing else fits better. */
  private List<DateOrder> candidates() {
    var dayOrMonth = List.of(DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST);
    return yearLast || (!cjk && fits(dayOrMonth)) ? dayOrMonth : List.of(DateOrder.values());
  }

  /** Whether one of them has no day against it, and the year in front has no closer ones. */
  private boolean fits(List<DateOrder> orders) {
    Count year = count(DateOrder.YEAR_FIRST);
    Comparator<Count> better =
        Comparator.<Count>comparingLong(c -> c.impossible)
            .thenComparingLong(c -> c.contradicted)
            .thenComparingLong(c -> c.backwards)
            .thenComparingLong(c -> -c.near);
    return orders.stream().anyMatch(order -> better.compare(count(order), year) <= 0);
  }

  private Count count(DateOrder order) {
    Count count = counts.get(order);
    return count == null ? new Count() : count;
  }
}
