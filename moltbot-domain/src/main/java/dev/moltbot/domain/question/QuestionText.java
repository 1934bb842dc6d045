package dev.moltbot.domain.question;

/**
 * The owner's question, word for word. Shown by no {@code toString}: it may be about anybody.
 *
 * @param value not blank, at most {@link #MAX_CHARS} UTF-16 units
 */
public record QuestionText(String value) {
  /** Longest question, in UTF-16 units: what one message at the desk holds. */
  public static final int MAX_CHARS = 4_096;

  private static final int EXCERPT_CHARS = 60;

  public QuestionText {
    if (!fits(value)) {
      throw new IllegalArgumentException("a question of " + value.length() + " chars");
    }
  }

  /** Whether these words can be a question. */
  public static boolean fits(String words) {
    return !words.isBlank() && words.length() <= MAX_CHARS;
  }

  /** Its beginning on one line: enough for its owner to know which one it is. */
  public String excerpt() {
    String line = value.strip().replaceAll("\\s+", " ");
    if (line.codePointCount(0, line.length()) <= EXCERPT_CHARS) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, EXCERPT_CHARS)) + "…";
  }

  @Override
  public String toString() {
    return "QuestionText[" + value.length() + " chars]";
  }
}
