package dev.moltbot.port;

import dev.moltbot.domain.draft.Assessment;
import dev.moltbot.domain.draft.Draft;
import dev.moltbot.domain.triage.Category;
import java.time.Instant;

/**
 * Proposed replies. Each method is one transaction, audit entry included. A void {@link DraftTask}
 * (its lease was taken over) changes nothing.
 */
public interface Drafts {

  /**
   * Keeps the draft, to be asked about, and ends the task.
   *
   * @param answerBy when the channel stops taking the reply, {@link Instant#MAX} for never; neither
   *     the question nor a yes to it outlives this
   */
  void propose(
      DraftTask task,
      Draft draft,
      Assessment assessment,
      String author,
      Instant answerBy,
      Instant now);

  /** How many drafts were kept after this instant, the owner's own words among them. */
  long proposedSince(Instant since);

  /** Ends the task without a draft. */
  void withhold(DraftTask task, Category category, String reason, Instant now);
}
