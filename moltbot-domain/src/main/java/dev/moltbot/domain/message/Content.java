package dev.moltbot.domain.message;

/** What a message says: visible words only, bounded. Hidden text is not content. */
public record Content(UntrustedText subject, UntrustedText text) {
  /** Longest subject kept, in UTF-16 units. */
  public static final int MAX_SUBJECT_CHARS = 1_000;

  /** Longest text kept, in UTF-16 units; readers cut there and set {@link Trait#TRUNCATED}. */
  public static final int MAX_TEXT_CHARS = 65_536;

  public Content {
    check("subject", subject, MAX_SUBJECT_CHARS);
    check("text", text, MAX_TEXT_CHARS);
  }

  private static void check(String what, UntrustedText words, int limit) {
    if (words.length() > limit) {
      throw new IllegalArgumentException(
          what + " is " + words.length() + " characters, limit " + limit);
    }
  }
}
