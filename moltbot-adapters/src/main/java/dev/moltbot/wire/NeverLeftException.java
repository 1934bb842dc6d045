package dev.moltbot.wire;

import java.io.IOException;

/** A call that failed before its first byte left. Names the cause's type, never an address. */
final class NeverLeftException extends IOException {
  private static final long serialVersionUID = 1L;

  NeverLeftException(IOException cause) {
    super(cause.getClass().getSimpleName() + " before the call left", cause);
  }
}
