package dev.moltbot.port;

import dev.moltbot.domain.message.UntrustedText;

/**
 * The owner's assistant, to whom {@code /ask} hands questions. It is told what the owner typed, and
 * nothing else.
 *
 * <p><b>Threading.</b> Thread-safe; blocks.
 *
 * <p><b>Errors.</b> Everything the world can do is a {@link Result}.
 *
 * <p><b>Limits.</b> Returns within 30 seconds; what takes longer is {@link Result.Working}.
 */
public interface Answerer {
  /** Longest answer handed over, in UTF-16 units. */
  int MAX_ANSWER_CHARS = 8_000;

  /** Longest {@link Result.Working#reference}, in UTF-16 units. */
  int MAX_REFERENCE_CHARS = 500;

  /** What the owner calls it. */
  String name();

  /** What the owner has to do before it can be asked; empty when nothing. */
  String remedy();

  /**
   * Asks the question; where it was taken up before, asks how far it is. Asking the same question
   * twice is harmless.
   */
  Result ask(Question question);

  /** What asking came to. */
  sealed interface Result {

    /** At most {@link #MAX_ANSWER_CHARS}. */
    record Answered(UntrustedText answer) implements Result {}

    /**
     * Taken up.
     *
     * @param reference the assistant's name for the work, by which to ask again
     */
    record Working(String reference) implements Result {}

    /** There will be no answer; the reason is in the program's own words. */
    record Refused(String reason) implements Result {}

    /** It cannot be asked now. */
    record Unavailable(String reason) implements Result {}
  }
}
