package dev.moltbot.domain.triage;

/**
 * A category and how it was come by.
 *
 * @param certain a certain answer is final; an uncertain one may be changed by the drafter's
 * @param reason in the program's own words, never the message's; at most a sentence
 */
public record Triage(Category category, boolean certain, String reason) {

  static Triage certain(Category category, String reason) {
    return new Triage(category, true, reason);
  }

  static Triage guess(Category category, String reason) {
    return new Triage(category, false, reason);
  }

  /** Whether it is worth asking for a draft at all. */
  public boolean worthDrafting() {
    return !certain || category.deservesDraft();
  }
}
