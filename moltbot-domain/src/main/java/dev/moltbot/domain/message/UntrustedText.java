package dev.moltbot.domain.message;

/**
 * Words someone else wrote. Not a {@code String}, so that it cannot be concatenated into a prompt,
 * a log line or an exception without someone asking for it by name.
 *
 * <p>Immutable and thread-safe.
 */
public record UntrustedText(String reveal) {
  /** No words at all: an absent subject, an unnamed sender. */
  public static final UntrustedText NONE = new UntrustedText("");

  public boolean isBlank() {
    return reveal.isBlank();
  }

  /** Length in UTF-16 units. */
  public int length() {
    return reveal.length();
  }

  /** Only the length: logs are read by more people than messages are. */
  @Override
  public String toString() {
    return "UntrustedText[" + reveal.length() + " chars]";
  }
}
