package dev.moltbot.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** How long a peer asks us to wait: seconds or an HTTP date, and believed only up to a limit. */
public final class RetryAfter {
  /** Longest wait a peer can impose. After it we ask again, whatever it said. */
  public static final Duration MAX = Duration.ofHours(1);

  static final String HEADER = "Retry-After";

  private RetryAfter() {}

  /** Empty where the header is absent or makes no sense; the caller has its own backoff. */
  public static Optional<Duration> in(Headers headers, Instant now) {
    @Nullable String value = headers.get(HEADER);
    if (value == null) {
      return Optional.empty();
    }
    String trimmed = value.strip();
    if (!trimmed.isEmpty() && trimmed.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.of(ofSeconds(trimmed));
    }
    @Nullable Date date = headers.getDate(HEADER);
    return Optional.ofNullable(date).map(d -> clamped(Duration.between(now, d.toInstant())));
  }

  /** For a peer that says it in the body, as Telegram does. */
  public static Duration ofSeconds(long seconds) {
    return clamped(Duration.ofSeconds(seconds));
  }

  /** More digits than a long holds is absurd, and absurd means the limit. */
  private static Duration ofSeconds(String digits) {
    String significant = digits.replaceFirst("^0+(?=.)", "");
    return significant.length() > 9 ? MAX : ofSeconds(Long.parseLong(significant));
  }

  private static Duration clamped(Duration asked) {
    if (asked.isNegative()) {
      return Duration.ZERO;
    }
    return asked.compareTo(MAX) > 0 ? MAX : asked;
  }
}
