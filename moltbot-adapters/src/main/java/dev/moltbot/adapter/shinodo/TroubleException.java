package dev.moltbot.adapter.shinodo;

/**
 * Why there is no usable answer, in the program's own words: never what the peer wrote. Stays
 * inside this package.
 */
final class TroubleException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean sessionGone;

  private TroubleException(String reason, boolean sessionGone) {
    super(reason, null, false, false);
    this.sessionGone = sessionGone;
  }

  static TroubleException of(String reason) {
    return new TroubleException(reason, false);
  }

  /** The server does not know our session: 404 by the book, 400 on servers that never had it. */
  static TroubleException ofStatus(int status) {
    return new TroubleException("HTTP " + status, status == 404 || status == 400);
  }

  String reason() {
    return String.valueOf(getMessage());
  }

  boolean sessionGone() {
    return sessionGone;
  }
}
