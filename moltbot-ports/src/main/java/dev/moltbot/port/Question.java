package dev.moltbot.port;

import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.domain.question.QuestionId;
import dev.moltbot.domain.question.QuestionText;
import java.time.Instant;

/**
 * A question of the owner's that is not done with.
 *
 * @param lease names this claim; a later claim of the same question makes it void
 */
public record Question(QuestionId id, QuestionText text, Instant askedAt, Stage stage, long lease) {

  /** How far it is. */
  public sealed interface Stage {

    /**
     * Not answered.
     *
     * @param reference the assistant's name for its work on it; empty before it was taken up
     * @param misses how often in a row the assistant could not be asked
     */
    record Open(String reference, int misses) implements Stage {}

    /** Answered, and the owner is yet to see it. */
    record Answered(UntrustedText answer) implements Stage {}

    /** Without an answer for good, and the owner is yet to hear so. */
    record Failed(String reason) implements Stage {}
  }
}
