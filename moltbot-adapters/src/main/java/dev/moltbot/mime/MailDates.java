package dev.moltbot.mime;

import dev.moltbot.domain.message.InboundMessage;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;

/** Dates as mail writes them, the obsolete forms of RFC 822 included. */
final class MailDates {
  /** Longest date worth reading, in characters. */
  private static final int MAX_CHARS = 100;

  private static final Instant EARLIEST = InboundMessage.UNDATED;
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private static final Pattern COMMENT_OR_BLANKS = Pattern.compile("\\([^()]*\\)|\\s+");
  private static final Pattern ZONE_NAME = Pattern.compile(" ([A-Z]{1,4})$");
  private static final Map<String, String> ZONES =
      Map.of(
          "UT", "+0000", "UTC", "+0000", "Z", "+0000", "EST", "-0500", "EDT", "-0400", "CST",
          "-0600", "CDT", "-0500", "MST", "-0700", "PST", "-0800", "PDT", "-0700");

  private MailDates() {}

  static SentAt parse(String header) {
    if (header.length() > MAX_CHARS) {
      return new SentAt.Missing();
    }
    try {
      Instant instant =
          Instant.from(DateTimeFieldLenientImpl.RFC_5322.parse(tidy(header), new ParsePosition(0)));
      boolean sane = !instant.isBefore(EARLIEST) && instant.isBefore(LATEST);
      return sane ? new SentAt.Claimed(instant) : new SentAt.Missing();
    } catch (DateTimeException | ArithmeticException e) {
      return new SentAt.Missing();
    }
  }

  /** The weekday is left out: it is often wrong or in another language, and tells us nothing. */
  private static String tidy(String header) {
    String tidy = header.substring(header.indexOf(',') + 1).strip();
    if (tidy.indexOf('(') >= 0 || tidy.contains("  ")) {
      tidy = COMMENT_OR_BLANKS.matcher(tidy).replaceAll(" ").strip().replace("  ", " ");
    }
    if (tidy.isEmpty() || Character.isDigit(tidy.charAt(tidy.length() - 1))) {
      return tidy;
    }
    return ZONE_NAME
        .matcher(tidy)
        .replaceFirst(m -> " " + ZONES.getOrDefault(m.group(1), m.group(1)));
  }
}
