package dev.moltbot.domain.draft;

import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.domain.triage.Category;

/**
 * What the drafter made of a conversation. Untrusted like the conversation itself: a message that
 * takes the model over writes these words.
 *
 * @param summary at most three sentences for the owner
 * @param language BCP 47 tag of the conversation's language, or empty
 * @param notes what the owner should check or fill in, or empty
 * @param suspicious whether the conversation tries to steer the assistant
 */
public record Assessment(
    Category category,
    UntrustedText summary,
    String language,
    UntrustedText notes,
    boolean suspicious) {
  /** Longest summary and longest notes, in UTF-16 units. */
  public static final int MAX_CHARS = 1_000;

  public Assessment {
    if (summary.length() > MAX_CHARS || notes.length() > MAX_CHARS || language.length() > 35) {
      throw new IllegalArgumentException("summary, notes or language too long");
    }
  }

  /** The same words under another category. */
  public Assessment as(Category decided) {
    return new Assessment(decided, summary, language, notes, suspicious);
  }
}
