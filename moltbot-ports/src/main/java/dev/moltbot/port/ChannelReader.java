package dev.moltbot.port;

import dev.moltbot.domain.message.AccountId;

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

  /** The account this reader reads; constant, and unique among installed readers. */
  AccountId account();

  /**
   * Reads on from a cursor. Reading from the same cursor again may give the same messages again:
   * the store drops what it has.
   *
   * @param from {@link Cursor#START} or the {@code next} of an earlier batch
   * @param limit most messages to return, at least 1
   */
  ReadResult read(Cursor from, int limit);
}
