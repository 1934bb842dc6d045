package dev.moltbot.domain.audit;

/** The result of checking a chain from its first entry. */
public sealed interface Verification {

  /**
   * Every entry is where and what it was when it was written.
   *
   * @param head hash of the last entry; compare it with one kept elsewhere to see a cut tail
   */
  record Intact(long entries, String head) implements Verification {}

  /** The first entry that is not what was written; what comes after it proves nothing. */
  record Broken(long sequence, String what) implements Verification {}

  /** Whether nothing was found. */
  default boolean valid() {
    return switch (this) {
      case Intact i -> true;
      case Broken b -> false;
    };
  }
}
