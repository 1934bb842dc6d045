package dev.moltbot.app.runtime;

import dev.moltbot.flow.Step;
import dev.moltbot.port.Ledger;
import java.time.Duration;
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
    /**
     * One more piece of work is done.
     *
     * @param total how many there were when the flow began, 0 when nobody knows
     */
    void worked(String flow, long times, long total);
  }

  /** For messages that a service is about to hand over; one that has none answers at once. */
  private static final Duration WAIT = Duration.ofMillis(200);

  private final Flows flows;
  private final Ledger ledger;
  private final Watcher watcher;

  public Drain(Flows flows, Ledger ledger, Watcher watcher) {
    this.flows = flows;
    this.ledger = ledger;
    this.watcher = watcher;
  }

  /** Reads everything there is. */
  public void collect() {
    flows.collectors().forEach(one -> exhaust("collecting", 0, () -> one.collect(WAIT)));
  }

  /** Drafts, asks, hears and sends until all is answered and nothing moves any more. */
  public void answer() {
    for (int round = 0; round < MAX_ROUNDS; round++) {
      boolean moved = exhaust("drafting", ledger.tally().due(), flows.draft()::draft);
      moved |= exhaust("asking", 0, flows.ask()::ask);
      hear();
      moved |= exhaust("sending", ledger.tally().unsettled(), flows.send()::send);
      moved |= exhaust("clearing", 0, flows.clear()::clear);
      moved |= exhaust("telling", 0, flows.tell()::tell);
      moved |= exhaust("answering", 0, flows.answer()::answer);
      if (!moved) {
        return;
      }
    }
  }

  /** Listens as long as there are cards and answers come. */
  private void hear() {
    long before = ledger.tally().open();
    while (before > 0) {
      flows.record().record();
      long after = ledger.tally().open();
      if (after == before) {
        return;
      }
      before = after;
    }
  }

  /** Pulls until idle; what the world postpones is left for another round. */
  private boolean exhaust(String name, long total, Supplier<Step> flow) {
    long times = 0;
    Step step = flow.get();
    while (step instanceof Step.Worked) {
      watcher.worked(name, ++times, total);
      step = flow.get();
    }
    return times > 0;
  }
}
