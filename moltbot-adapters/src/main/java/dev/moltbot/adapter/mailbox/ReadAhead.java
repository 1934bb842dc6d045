package dev.moltbot.adapter.mailbox;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Reads the next batch while the last one is being stored. One batch and no more, so memory stays
 * bounded; it is only a guess, and forgotten when somebody asks for another place.
 */
final class ReadAhead implements ChannelReader {
  private final ChannelReader reader;
  private @Nullable Guess guess;

  ReadAhead(ChannelReader reader) {
    this.reader = reader;
  }

  /** A batch that is being read on the side. */
  private record Guess(Cursor from, int limit, CompletableFuture<ReadResult> result) {}

  @Override
  public AccountId account() {
    return reader.account();
  }

  @Override
  public ReadResult read(Cursor from, int limit, Duration wait) {
    ReadResult result = guessedOrRead(from, limit);
    if (result instanceof ReadResult.Batch batch && batch.more()) {
      guess = guess(batch.next(), limit);
    }
    return result;
  }

  /** Waits for the guess even when it was wrong: the reader is used by one thread at a time. */
  private ReadResult guessedOrRead(Cursor from, int limit) {
    Guess made = guess;
    guess = null;
    if (made != null) {
      ReadResult guessed = made.result().join();
      if (made.from().equals(from) && made.limit() == limit) {
        return guessed;
      }
    }
    return reader.read(from, limit, Duration.ZERO);
  }

  private Guess guess(Cursor from, int limit) {
    var result =
        CompletableFuture.supplyAsync(
            () -> reader.read(from, limit, Duration.ZERO), Thread::startVirtualThread);
    return new Guess(from, limit, result);
  }
}
