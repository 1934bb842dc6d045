package dev.moltbot.adapter.instagram;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a moment, which Instagram writes in three ways: seconds, milliseconds and ISO 8601. */
final class Times {
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSSSSSSSS][.SSSSSS][.SSS][XXX][XX][X]");

  /** Seconds have no more digits than this before the year 5138. */
  private static final int SECONDS_DIGITS = 11;

  private static final int MILLIS_DIGITS = 14;

  private Times() {}

  /** Empty where it is no moment that Instagram could mean. */
  static Optional<Instant> read(@Nullable String written) {
    if (written == null || written.isBlank()) {
      return Optional.empty();
    }
    String text = written.strip();
    return text.matches("\\d+(\\.0*)?") ? ofEpoch(text.split("\\.", 2)[0]) : ofIso(text);
  }

  private static Optional<Instant> ofEpoch(String digits) {
    if (digits.length() > MILLIS_DIGITS) {
      return Optional.empty();
    }
    long count = Long.parseLong(digits);
    return Optional.of(
        digits.length() <= SECONDS_DIGITS
            ? Instant.ofEpochSecond(count)
            : Instant.ofEpochMilli(count));
  }

  private static Optional<Instant> ofIso(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text, ISO).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
