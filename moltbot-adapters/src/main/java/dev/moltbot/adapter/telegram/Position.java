package dev.moltbot.adapter.telegram;

import dev.moltbot.port.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a bot's updates were read: the number of the next one, and when the last one came. Only a
 * read that starts from here tells Telegram to forget what came before.
 *
 * <p>After a week without updates Telegram numbers anew, anywhere. So an old position counts as
 * none: then Telegram gives whatever was not acknowledged, and acknowledges nothing. So does the
 * position of another bot, which counts on its own.
 *
 * @param bot the bot's number
 * @param next -1 for none
 */
record Position(String bot, long next, Instant at) {
  /** A day less than the week after which numbers begin anew. */
  static final Duration MAX_AGE = Duration.ofDays(6);

  private static final Pattern FORM = Pattern.compile("(\\d{1,20}):(\\d{1,15}):(\\d{1,11})");

  /** Of a cursor; one that we did not write is no position. */
  static Position of(Cursor cursor, String bot) {
    Matcher matcher = FORM.matcher(cursor.value());
    if (!matcher.matches() || !matcher.group(1).equals(bot)) {
      return new Position(bot, -1, Instant.EPOCH);
    }
    Instant at = Instant.ofEpochSecond(Long.parseLong(matcher.group(3)));
    return new Position(bot, Long.parseLong(matcher.group(2)), at);
  }

  /** What to ask from; 0 asks for everything that waits. */
  long offset(Instant now) {
    return next < 0 || at.plus(MAX_AGE).isBefore(now) ? 0 : next;
  }

  Cursor after(long last, Instant now) {
    return new Cursor(bot + ":" + (last + 1) + ":" + now.getEpochSecond());
  }
}
