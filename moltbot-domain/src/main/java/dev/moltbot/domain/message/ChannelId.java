package dev.moltbot.domain.message;

/**
 * The name of a channel in kebab case, such as {@code gmail}. Open: a new channel is a new value.
 */
public record ChannelId(String value) {
  /** Longest channel name, in characters. */
  public static final int MAX_CHARS = 32;

  public ChannelId {
    if (!valid(value)) {
      throw new IllegalArgumentException("not a kebab-case channel name: " + value);
    }
  }

  /** Whether a channel may be named so. */
  public static boolean valid(String value) {
    return value.length() <= MAX_CHARS && value.matches("[a-z][a-z0-9-]*");
  }

  @Override
  public String toString() {
    return value;
  }
}
