package dev.moltbot.app.demo;

import dev.moltbot.domain.draft.ReplyDecision;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.Conversations;
import dev.moltbot.port.DraftTask;
import dev.moltbot.port.Intake;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what the store had already: a mailbox may hold the very same mail twice. */
final class CountedConversations implements Conversations {
  private final Conversations conversations;
  private final AtomicLong duplicates = new AtomicLong();

  CountedConversations(Conversations conversations) {
    this.conversations = conversations;
  }

  /** Messages handed over that were there before, readable or not. */
  long duplicates() {
    return duplicates.get();
  }

  @Override
  public Intake.Stored store(AccountId account, Intake intake, Instant now) {
    Intake.Stored stored = conversations.store(account, intake, now);
    duplicates.addAndGet(stored.duplicates() + intake.quarantined().size() - stored.quarantined());
    return stored;
  }

  @Override
  public Optional<DraftTask> claimDue(Duration lease, Instant now) {
    return conversations.claimDue(lease, now);
  }

  @Override
  public void postpone(DraftTask task, ReplyDecision.Wait wait) {
    conversations.postpone(task, wait);
  }
}
