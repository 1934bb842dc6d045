package dev.moltbot.adapter.whatsapp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What is started as the bridge. */
interface BridgeProgram {

  /**
   * Starts it.
   *
   * @throws CannotRun when something of it is missing, with a remedy
   */
  Running start() throws IOException;

  /**
   * Looks whether it could be started.
   *
   * @throws CannotRun when not
   */
  default void check() throws IOException {}

  /** Whether it needs no phone to be linked: a rehearsal. */
  default boolean linksItself() {
    return false;
  }

  /** The running bridge. */
  interface Running {
    /** What it says. */
    InputStream out();

    /** What it is told. */
    OutputStream in();

    /** Ends it, at once. */
    void kill();
  }

  /** It cannot be started before the owner does something. */
  final class CannotRun extends IOException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    CannotRun(String what, String remedy) {
      super(what);
      this.remedy = remedy;
    }

    String remedy() {
      return remedy;
    }
  }
}
