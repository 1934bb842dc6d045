package dev.moltbot.port;

import dev.moltbot.domain.message.AccountId;
import java.time.Duration;

/**
 * Reads one account of one channel. Pulls, never pushes.
 *
 * <p><b>Threading.</b> Called by one thread at a time; may block it.
 *
 * <p><b>Errors.</b> Everything the world can do is a {@link ReadResult}; what cannot be parsed is
 * in its {@code quarantined}. An exception is a bug and stops this account.
 *
 * <p><b>Limits.</b> Returns within 60 seconds, and at most {@code limit} messages.
 */
public interface ChannelReader {

  /** Longest that a caller may ask a reader to wait. */
  Duration MAX_WAIT = Duration.ofSeconds(45);

  /** The account this reader reads; constant, and unique among installed readers. */
  AccountId account();

  /**
   * Reads on from a cursor. Reading from the same cursor again may give the same messages again:
   * the store drops what it has.
   *
   * @param from {@link Cursor#START} or the {@code next} of an earlier batch
   * @param limit most messages to return, at least 1
   * @param wait how long to wait for a first message where there is none, at most {@link
   *     #MAX_WAIT}; a reader whose service cannot wait returns at once
   */
  ReadResult read(Cursor from, int limit, Duration wait);
}
