package dev.moltbot.flow;

import dev.moltbot.port.SearchIndex;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongConsumer;

/**
 * Keeps the words of messages findable. Apart from the five hops, so that nothing waits for it; a
 * crash loses nothing, because what is indexed and what is left are one transaction.
 */
public final class IndexMessages {
  /** Messages in one transaction. */
  static final int BATCH = 500;

  private final SearchIndex index;
  private final InstantSource time;

  public IndexMessages(SearchIndex index, InstantSource time) {
    this.index = index;
    this.time = time;
  }

  /** Indexes a batch. */
  public Step index() {
    return index.indexNext(BATCH) > 0 ? new Step.Worked() : new Step.Idle();
  }

  /**
   * Indexes what there is, for as long as the caller has time.
   *
   * @return how many are left
   */
  public long catchUp(Duration patience) {
    return catchUp(patience, indexed -> {});
  }

  /**
   * The same, told after each batch how many are indexed by now.
   *
   * @return how many are left
   */
  public long catchUp(Duration patience, LongConsumer shown) {
    Instant deadline = time.instant().plus(patience);
    long indexed = 0;
    for (int batch = BATCH; batch > 0 && time.instant().isBefore(deadline); ) {
      batch = index.indexNext(BATCH);
      indexed += batch;
      shown.accept(indexed);
    }
    return index.waiting();
  }
}
