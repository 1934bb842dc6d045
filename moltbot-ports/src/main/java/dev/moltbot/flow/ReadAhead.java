package dev.moltbot.flow;

import dev.moltbot.port.Cursor;
import dev.moltbot.port.HistoryBatch;
import dev.moltbot.port.HistorySource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Reads the next batch while the last one is being stored. One batch and no more, so memory stays
 * bounded.
 */
final class ReadAhead implements AutoCloseable {
  private final HistorySource source;
  private final int limit;
  private CompletableFuture<HistoryBatch> next;

  ReadAhead(HistorySource source, Cursor from, int limit) {
    this.source = source;
    this.limit = limit;
    this.next = reading(from);
  }

  HistoryBatch next() {
    HistoryBatch batch;
    try {
      batch = next.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException fault ? fault : e;
    }
    if (batch.more()) {
      next = reading(batch.next());
    }
    return batch;
  }

  private CompletableFuture<HistoryBatch> reading(Cursor from) {
    return CompletableFuture.supplyAsync(
        () -> source.read(from, limit), Thread::startVirtualThread);
  }

  /** Waits: the source is used by one thread at a time. */
  @Override
  public void close() {
    next.handle((batch, fault) -> true).join();
  }
}
