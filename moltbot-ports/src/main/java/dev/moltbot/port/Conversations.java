package dev.moltbot.port;

import dev.moltbot.domain.draft.ReplyDecision;
import dev.moltbot.domain.message.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Messages in their conversations. Each method is one transaction, audit entries included. */
public interface Conversations {

  /**
   * Stores messages, quarantine, observed contacts and the cursor together. Messages already there
   * are left as they are. A conversation with a new message is due for a draft when its latest
   * message is someone else's and worth drafting; an open question about it is closed, as answered
   * elsewhere when the newest message is the owner's, else as replaced.
   */
  Intake.Stored store(AccountId account, Intake intake, Instant now);

  /**
   * Takes a conversation that is due for a draft; nobody else gets it until the lease ends.
   * Rewrites the owner asked for come first, then urgent ones, then the oldest.
   */
  Optional<DraftTask> claimDue(Duration lease, Instant now);

  /** Puts a claimed conversation back, due at the decision's instant, or done with. */
  void postpone(DraftTask task, ReplyDecision.Wait wait);
}
