package dev.moltbot.port;

import dev.moltbot.domain.draft.Assessment;
import dev.moltbot.domain.draft.Draft;
import dev.moltbot.domain.triage.Category;
import dev.moltbot.port.Capabilities.Sending;
import java.time.Instant;

/**
 * Proposed replies. Each method is one transaction, audit entry included. A void {@link DraftTask}
 * (its lease was taken over) changes nothing.
 */
public interface Drafts {

  /**
   * Keeps the draft, to be asked about, and ends the task.
   *
   * @param terms on which the channel takes the reply
   */
  void propose(
      DraftTask task, Draft draft, Assessment assessment, String author, Terms terms, Instant now);

  /**
   * On what terms a channel takes a reply. They stay with the draft, whatever is set later.
   *
   * @param answerBy when the channel stops taking it, {@link Instant#MAX} for never; neither the
   *     question nor a yes to it outlives this
   * @param sending who sends it
   */
  record Terms(Instant answerBy, Sending sending) {
    /** At any time, by the program. */
    public static final Terms USUAL = new Terms(Instant.MAX, Sending.DIRECT);
  }

  /** How many drafts were kept after this instant, the owner's own words among them. */
  long proposedSince(Instant since);

  /** Ends the task without a draft. */
  void withhold(DraftTask task, Category category, String reason, Instant now);
}
