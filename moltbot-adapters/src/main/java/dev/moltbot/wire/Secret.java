package dev.moltbot.wire;

/**
 * A credential. A class and not a record, so that neither {@code toString} nor {@code equals} can
 * give it away; only the adapter that presents it opens it.
 *
 * <p>Immutable and thread-safe.
 */
public final class Secret {
  /** Longest credential accepted, in UTF-16 units. A longer one is a file pasted by mistake. */
  public static final int MAX_CHARS = 8_192;

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /**
   * Refuses what cannot be a credential. Control characters above all: an HTTP library answers a
   * line break in a header with an exception that quotes the header.
   */
  public static Secret of(String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("secret is blank");
    }
    if (value.length() > MAX_CHARS) {
      throw new IllegalArgumentException("secret is over " + MAX_CHARS + " characters");
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("secret holds a control character");
    }
    return new Secret(value);
  }

  /** The credential itself. Every caller is a place to review. */
  public String reveal() {
    return value;
  }

  /** Whether an HTTP header may carry it; to be asked when settings are read. */
  public boolean fitsHeader() {
    return value.chars().allMatch(c -> c <= '~');
  }

  /** The credential for use as an HTTP header; refused, unquoted, where no header may carry it. */
  public String inHeader() {
    if (!fitsHeader()) {
      throw new IllegalStateException("secret holds a character that no HTTP header may carry");
    }
    return value;
  }

  @Override
  public String toString() {
    return "***";
  }
}
