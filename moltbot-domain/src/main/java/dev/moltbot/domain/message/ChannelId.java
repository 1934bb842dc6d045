package dev.moltbot.domain.message;

/**
 * The name of a channel in kebab case, such as {@code gmail}. Open: a new channel is a new value.
 */
public record ChannelId(String value) {
  /** Longest channel name, in characters. */
  public static final int MAX_CHARS = 32;

  public ChannelId {
    if (value.length() > MAX_CHARS || !value.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException("not a kebab-case channel name: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
