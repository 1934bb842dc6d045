package dev.moltbot.app.runtime;

import dev.moltbot.flow.Step;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Pulls every flow in turn until nothing is left to do: the same hops as {@link Loops}, one after
 * the other, for work that has an end.
 */
public final class Drain {
  /** Most rounds; a second one is needed only after rewrites. */
  static final int MAX_ROUNDS = 1_000;

  /** Told after every pull that did something. */
  public interface Watcher {
    void worked(String flow, long times);
  }

  private final Flows flows;
  private final LongSupplier openCards;
  private final Watcher watcher;

  /**
   * @param openCards how many cards wait for the owner
   */
  public Drain(Flows flows, LongSupplier openCards, Watcher watcher) {
    this.flows = flows;
    this.openCards = openCards;
    this.watcher = watcher;
  }

  /** Reads everything there is. */
  public void collect() {
    flows.collectors().forEach(collector -> exhaust("collecting", collector::collect));
  }

  /** Drafts, asks, hears and sends until all is answered and nothing moves any more. */
  public void answer() {
    for (int round = 0; round < MAX_ROUNDS; round++) {
      boolean moved = exhaust("drafting", flows.draft()::draft);
      moved |= exhaust("asking", flows.ask()::ask);
      hear();
      moved |= exhaust("sending", flows.send()::send);
      moved |= exhaust("clearing", flows.clear()::clear);
      moved |= exhaust("telling", flows.tell()::tell);
      if (!moved) {
        return;
      }
    }
  }

  /** Listens as long as there are cards and answers come. */
  private void hear() {
    long before = openCards.getAsLong();
    while (before > 0) {
      flows.record().record();
      long after = openCards.getAsLong();
      if (after == before) {
        return;
      }
      before = after;
    }
  }

  /** Pulls until idle; what the world postpones is left for another round. */
  private boolean exhaust(String name, Supplier<Step> flow) {
    long times = 0;
    Step step = flow.get();
    while (step instanceof Step.Worked) {
      watcher.worked(name, ++times);
      step = flow.get();
    }
    return times > 0;
  }
}
