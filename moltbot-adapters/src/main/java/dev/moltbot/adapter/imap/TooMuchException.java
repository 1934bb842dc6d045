package dev.moltbot.adapter.imap;

import java.io.IOException;

/** A server sends more than was asked for, or than anyone should. */
final class TooMuchException extends IOException {
  private static final long serialVersionUID = 1L;

  TooMuchException(String message) {
    super(message);
  }
}
