package dev.moltbot.domain.contact;

import dev.moltbot.domain.message.UntrustedText;

/**
 * Whether two names can be one person's. Knows scripts, spellings and short forms, and so is handed
 * in. Thread-safe, the same whichever comes first.
 */
@FunctionalInterface
public interface NameComparison {

  /** What two names say of whether their bearers are one. */
  enum Result {
    /** A given name and a family name, both the same, in whatever spelling. */
    SAME,
    /** Nothing against it: a part is missing, shortened or mistyped, or there is no name at all. */
    COMPATIBLE,
    /** Two people's names. */
    CONTRADICTING
  }

  Result compare(UntrustedText first, UntrustedText second);
}
