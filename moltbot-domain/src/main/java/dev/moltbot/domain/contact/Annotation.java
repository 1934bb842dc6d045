package dev.moltbot.domain.contact;

import java.util.Locale;

/** What the owner writes about a person. The owner's own words, so no {@code UntrustedText}. */
public record Annotation(Kind kind, String words) {
  /** Longest note, in UTF-16 units. */
  public static final int MAX_NOTE_CHARS = 2_000;

  /** Longest name or tag. */
  public static final int MAX_NAME_CHARS = 100;

  /** What it is for. */
  public enum Kind {
    /** How the owner calls them; a person has one. */
    NAME,
    /** A word to find several people by, such as {@code family}. */
    TAG,
    NOTE
  }

  public Annotation {
    words = kind == Kind.TAG ? words.strip().toLowerCase(Locale.ROOT) : words.strip();
    if (words.isEmpty() || words.length() > (kind == Kind.NOTE ? MAX_NOTE_CHARS : MAX_NAME_CHARS)) {
      throw new IllegalArgumentException(kind + " of " + words.length() + " characters");
    }
    if (kind == Kind.TAG && !isTag(words)) {
      throw new IllegalArgumentException("a tag is one word of letters, digits, - and _");
    }
  }

  /** Whether the words can be a tag: one word that no sign of a command line or list is part of. */
  public static boolean isTag(String words) {
    return words.matches(
        "[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}_-]{0," + (MAX_NAME_CHARS - 1) + "}");
  }

  /** Only how much: it is about a third person. */
  @Override
  public String toString() {
    return "Annotation[" + kind + ", " + words.length() + " chars]";
  }
}
