package dev.moltbot.domain.approval;

import dev.moltbot.domain.draft.DraftText;

/** What the owner said about one draft. */
public sealed interface Verdict {

  /** Send exactly this. */
  record Approve() implements Verdict {}

  /** The owner sent exactly this by hand; only on channels whose replies go out so. */
  record SentByHand() implements Verdict {}

  /** Send nothing. */
  record Reject() implements Verdict {}

  /**
   * Draft it again.
   *
   * @param instruction the owner's wish, or empty for just another try
   */
  record Rewrite(String instruction) implements Verdict {

    @Override
    public String toString() {
      return "Rewrite[" + instruction.length() + " chars]";
    }
  }

  /** The owner's own words instead; they are shown once more before they go. */
  record Replace(DraftText words) implements Verdict {}

  /** Ask again later. */
  record Later() implements Verdict {}
}
