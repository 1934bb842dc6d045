package dev.moltbot.app.demo;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import java.time.Duration;
import java.util.function.LongConsumer;

/** Counts what another reader reads, and stops at a number. */
final class CountedReader implements ChannelReader {
  private final ChannelReader reader;
  private final LongConsumer read;
  private long left;

  CountedReader(ChannelReader reader, long limit, LongConsumer read) {
    this.reader = reader;
    this.left = limit;
    this.read = read;
  }

  @Override
  public AccountId account() {
    return reader.account();
  }

  @Override
  public ReadResult read(Cursor from, int limit, Duration wait) {
    ReadResult result = reader.read(from, (int) Math.min(limit, left), wait);
    if (!(result instanceof ReadResult.Batch batch)) {
      return result;
    }
    int count = batch.messages().size() + batch.quarantined().size();
    left -= count;
    read.accept(count);
    return new ReadResult.Batch(
        batch.messages(), batch.quarantined(), batch.next(), batch.more() && left > 0);
  }
}
