package dev.moltbot.domain.draft;

import java.time.Instant;

/** Whether a conversation gets a draft now. */
public sealed interface ReplyDecision {

  /** Ask for a draft. */
  record Reply() implements ReplyDecision {}

  /** Not before this instant: more may be coming. */
  record Wait(Instant until) implements ReplyDecision {}

  /**
   * No draft.
   *
   * @param reason in the program's own words
   */
  record Ignore(String reason) implements ReplyDecision {}
}
