package dev.moltbot.flow;

import dev.moltbot.domain.identity.Matching;
import dev.moltbot.domain.identity.Spellings;
import dev.moltbot.port.Lookalikes;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Looks for people who may be one and keeps them for the owner to decide; merges nobody. Everyone
 * is looked at each time, because how rare a name is depends on all the others; nothing is done
 * while nothing was learned since the last look.
 */
public final class SuggestMerges {
  private final Lookalikes lookalikes;
  private final Spellings spellings;
  private final InstantSource time;
  private final AtomicReference<String> lookedAt = new AtomicReference<>("");

  public SuggestMerges(Lookalikes lookalikes, Spellings spellings, InstantSource time) {
    this.lookalikes = lookalikes;
    this.spellings = spellings;
    this.time = time;
  }

  /** As {@link #suggest}, now and then. */
  public Step look() {
    suggest();
    return new Step.Idle();
  }

  /** Returns how many suggestions are new. Takes seconds for a hundred thousand people. */
  public int suggest() {
    String state = lookalikes.state();
    if (state.equals(lookedAt.get())) {
      return 0;
    }
    var matching = new Matching(spellings, lookalikes::everyone);
    var kept = new AtomicInteger();
    matching.search(
        Matching.WORTH_ASKING, found -> kept.addAndGet(lookalikes.suggest(found, time.instant())));
    lookedAt.set(state);
    return kept.get();
  }
}
