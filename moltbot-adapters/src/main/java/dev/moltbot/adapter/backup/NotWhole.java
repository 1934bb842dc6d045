package dev.moltbot.adapter.backup;

import java.io.IOException;

/** An archive that does not hold what it says; the message says what. */
final class NotWhole extends IOException {
  private static final long serialVersionUID = 1L;

  NotWhole(String what) {
    super(what);
  }
}
