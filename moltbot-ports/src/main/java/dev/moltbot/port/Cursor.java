package dev.moltbot.port;

/** How far an account has been read, in the words of its reader; opaque to everyone else. */
public record Cursor(String value) {
  /** Nothing was read yet. */
  public static final Cursor START = new Cursor("");

  public boolean atStart() {
    return value.isEmpty();
  }
}
