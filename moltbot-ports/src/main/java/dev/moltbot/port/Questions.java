package dev.moltbot.port;

import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.domain.question.QuestionId;
import dev.moltbot.domain.question.QuestionText;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the owner asked. Each method is one transaction, audit entry included. A void {@link
 * Question} (its lease was taken over) changes nothing.
 */
public interface Questions {

  /**
   * Keeps a question.
   *
   * @param heardAs names the message it came in; the same one is kept once
   * @return whether it is new
   */
  boolean ask(QuestionId id, QuestionText text, String heardAs, Instant now);

  /** Takes the question that is due the longest; nobody else gets it until the lease ends. */
  Optional<Question> claimNext(Duration lease, Instant now);

  /** The assistant works on it, and is asked again at this instant. */
  void taken(Question question, String reference, Instant lookAt, Instant now);

  /** Nothing came of it this time; it is due again then. */
  void missed(Question question, Instant retryAt);

  void answered(Question question, UntrustedText answer, Instant now);

  /** There will be no answer. */
  void failed(Question question, String reason, Instant now);

  /** The owner could not be told; they are told at this instant or later. */
  void notTold(Question question, Instant retryAt);

  /** The owner has seen what became of it, which ends it. */
  void told(Question question, Instant now);
}
