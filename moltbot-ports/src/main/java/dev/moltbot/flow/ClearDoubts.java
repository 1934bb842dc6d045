package dev.moltbot.flow;

import dev.moltbot.port.Approvals;
import dev.moltbot.port.Ids;
import dev.moltbot.port.SendLookup;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * After hop 5: finds out what became of sends whose outcome is unknown. Asks the channel where it
 * can be asked, a few times because a message may appear late; then asks the owner. Never sends.
 */
public final class ClearDoubts {
  /** How often a channel is asked before the owner is. */
  static final int MAX_LOOKS = 5;

  static final String NOTE =
      "An earlier attempt may have arrived. Look at the conversation before you approve again.";

  private final Approvals approvals;
  private final Senders senders;
  private final Ids ids;
  private final Duration betweenLooks;
  private final InstantSource time;

  /**
   * @param betweenLooks how long to wait between two looks at one message
   */
  public ClearDoubts(
      Approvals approvals, Senders senders, Ids ids, Duration betweenLooks, InstantSource time) {
    this.approvals = approvals;
    this.senders = senders;
    this.ids = ids;
    this.betweenLooks = betweenLooks;
    this.time = time;
  }

  /** Looks into one doubt. */
  public Step clear() {
    Optional<Approvals.Doubt> doubt = approvals.nextDoubt(betweenLooks, time.instant());
    doubt.ifPresent(this::look);
    return doubt.isPresent() ? new Step.Worked() : new Step.Idle();
  }

  private void look(Approvals.Doubt doubt) {
    Optional<SendLookup.Finding> finding = senders.find(doubt.attempt());
    if (finding.isEmpty()) {
      askOwner(doubt);
      return;
    }
    switch (finding.get()) {
      case SendLookup.Finding.Found(String id) -> approvals.resolve(doubt, id, time.instant());
      case SendLookup.Finding.Absent absent -> askOwnerAtLast(doubt);
      case SendLookup.Finding.Unavailable not -> askOwnerAtLast(doubt);
    }
  }

  private void askOwnerAtLast(Approvals.Doubt doubt) {
    if (doubt.looks() + 1 >= MAX_LOOKS) {
      askOwner(doubt);
    }
  }

  private void askOwner(Approvals.Doubt doubt) {
    approvals.askAgain(doubt, ids.draft(), NOTE, time.instant());
  }
}
