package dev.moltbot.flow;

import dev.moltbot.port.Cursor;
import dev.moltbot.port.HistoryBatch;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Reads the next batch while the last one is being stored. One batch and no more, so memory stays
 * bounded.
 */
final class ReadAhead implements AutoCloseable {
  private final Function<Cursor, HistoryBatch> source;
  private CompletableFuture<HistoryBatch> next;

  ReadAhead(Function<Cursor, HistoryBatch> source, Cursor from) {
    this.source = source;
    this.next = reading(from);
  }

  HistoryBatch next() {
    HistoryBatch batch;
    try {
      batch = next.join();
    } catch (CompletionException e) {
      throw switch (e.getCause()) {
        case Error fault -> throw fault;
        case RuntimeException fault -> fault;
        case null, default -> e;
      };
    }
    if (batch.more()) {
      next = reading(batch.next());
    }
    return batch;
  }

  private CompletableFuture<HistoryBatch> reading(Cursor from) {
    return CompletableFuture.supplyAsync(() -> source.apply(from), Thread::startVirtualThread);
  }

  /** Waits: the source is used by one thread at a time. */
  @Override
  public void close() {
    next.handle((batch, fault) -> true).join();
  }
}
