package dev.moltbot.adapter.telegram;

import dev.moltbot.adapter.telegram.TelegramApi.Message;
import dev.moltbot.adapter.telegram.TelegramApi.Quote;
import dev.moltbot.domain.message.Threading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a reply quotes what it answers. People answer each other at once without quoting; a late
 * answer needs it, because nobody remembers the question.
 */
final class Quoting {
  /** From which age on a message is quoted. */
  static final Duration LATE = Duration.ofHours(1);

  private static final Pattern FORM = Pattern.compile("(\\d{1,15})@(\\d{1,11})");

  private Quoting() {}

  /** What the sender needs to know about a message: its number and its date. */
  static Threading of(Message wire) {
    return new Threading(wire.id() + "@" + wire.date(), List.of());
  }

  /** The quote that a reply sent now carries; null for none. */
  static @Nullable Quote at(Threading answered, Instant now) {
    Matcher matcher = FORM.matcher(answered.reference());
    if (!matcher.matches()) {
      return null;
    }
    Instant sent = Instant.ofEpochSecond(Long.parseLong(matcher.group(2)));
    return sent.plus(LATE).isBefore(now) ? new Quote(Long.parseLong(matcher.group(1))) : null;
  }
}
