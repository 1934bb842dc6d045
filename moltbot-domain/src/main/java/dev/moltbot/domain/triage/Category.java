package dev.moltbot.domain.triage;

/** How much of the owner's time a message deserves. */
public enum Category {
  URGENT,
  NEEDS_REPLY,
  FYI,
  SPAM;

  /** Only these get a draft; the rest is kept and never bothers anyone. */
  public boolean deservesDraft() {
    return this == URGENT || this == NEEDS_REPLY;
  }
}
