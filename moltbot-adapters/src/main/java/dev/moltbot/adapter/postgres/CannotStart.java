package dev.moltbot.adapter.postgres;

/**
 * The database cannot be started, for a reason the owner can do something about. The message is one
 * line: what is wrong, then the remedy.
 */
final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotStart(String message) {
    super(message);
  }

  CannotStart(String message, Throwable cause) {
    super(message, cause);
  }
}
