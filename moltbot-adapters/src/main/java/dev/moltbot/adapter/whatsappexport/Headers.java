package dev.moltbot.adapter.whatsappexport;

import dev.moltbot.adapter.whatsappexport.Header.Enclosure;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fronts of messages. Numbers and their order are free, as phones are; what stands around
 * them is not, or every line with a date in it would begin a message.
 */
final class Headers {
  private static final String DATE =
      "(?<first>\\d{1,4})(?: ?(?<part>[/.-]) ?| ?[年년] ?)(?<second>\\d{1,2})"
          + "(?: ?\\k<part> ?| ?[月월] ?)(?<third>\\d{1,4})[日일]?";

  private static final String TIME =
      "(?<hour>\\d{1,2})(?:[:.]| ?h ?)(?<minute>\\d{2})"
          + "(?:(?:[:.]| ?min ?)(?<sec>\\d{2})(?: ?s\\b)?)?";

  /** Words have no digits, and none is longer, in characters. */
  private static final String BETWEEN = "[^\\d\\[\\]]{1,24}?";

  private static final String AFTER = "[^\\d\\[\\]:-]{0,24}?";
  private static final String OPEN = "^ ?(?<open>\\[ ?)?";
  private static final String CLOSE = "(?<close> ?\\] ?| ?-(?: |$)|: )";

  private static final Pattern DATE_FIRST =
      Pattern.compile(
          OPEN + DATE + "(?<w1>" + BETWEEN + ")" + TIME + "(?<w2>" + AFTER + ")" + CLOSE);

  private static final Pattern TIME_FIRST =
      Pattern.compile(
          OPEN + TIME + "(?<w1>" + BETWEEN + ")" + DATE + "(?<w2>" + AFTER + ")" + CLOSE);

  private Headers() {}

  /** The front of the line, if a message or an announcement begins with it. */
  static Optional<Header> of(String line) {
    if (!Plain.mayBegin(line)) {
      return Optional.empty();
    }
    Plain plain = new Plain(line);
    Matcher dateFirst = DATE_FIRST.matcher(plain.text());
    if (dateFirst.find()) {
      return header(dateFirst, line.substring(plain.place(dateFirst.end())));
    }
    Matcher timeFirst = TIME_FIRST.matcher(plain.text());
    return timeFirst.find()
        ? header(timeFirst, line.substring(plain.place(timeFirst.end())))
        : Optional.empty();
  }

  private static Optional<Header> header(Matcher found, String rest) {
    Enclosure enclosure = enclosure(found.group("close").strip());
    boolean opened = found.group("open") != null;
    if (opened != (enclosure == Enclosure.BRACKETS)
        || (enclosure == Enclosure.COLON && !rest.contains(":"))) {
      return Optional.empty();
    }
    return ClockWords.meaning(found.group("w1"), found.group("w2"))
        .map(half -> header(found, enclosure, half, rest));
  }

  private static Header header(Matcher found, Enclosure enclosure, DayHalf half, String rest) {
    String second = found.group("sec");
    return new Header(
        enclosure,
        date(found),
        half,
        number(found.group("hour")),
        number(found.group("minute")),
        second == null ? 0 : number(second),
        second != null,
        (found.group("w1") + " " + found.group("w2")).strip(),
        rest);
  }

  private static DateNumbers date(Matcher found) {
    String first = found.group("first");
    String third = found.group("third");
    String part = found.group("part");
    return new DateNumbers(
        number(first),
        number(found.group("second")),
        number(third),
        first.length(),
        third.length(),
        "/".equals(part));
  }

  private static Enclosure enclosure(String close) {
    return switch (close) {
      case "]" -> Enclosure.BRACKETS;
      case "-" -> Enclosure.DASH;
      default -> Enclosure.COLON;
    };
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
