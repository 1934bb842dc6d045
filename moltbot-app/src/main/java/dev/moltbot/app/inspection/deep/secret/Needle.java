package dev.moltbot.app.inspection.deep.secret;

import java.nio.charset.StandardCharsets;

/** Something the automaton stops at, and the closer look that is due then. */
sealed interface Needle {

  /** A byte of text is one character in here. */
  String text();

  /** A value in use, in one of its forms; found when the very bytes are there. */
  record Exact(String text, String what) implements Needle {}

  /** The sign of a shape. */
  record Sign(String text, Shape shape) implements Needle {}

  /** What is found, as it is shown. */
  default String what() {
    return switch (this) {
      case Exact exact -> exact.what();
      case Sign sign -> sign.shape().name();
    };
  }

  /**
   * The closer look.
   *
   * @param end the byte after the needle
   * @param from the first byte that may be looked at
   * @param to the byte after the last one
   */
  default boolean isAt(byte[] bytes, int end, int from, int to) {
    return switch (this) {
      case Exact exact ->
          exact.text.equals(text(bytes, Math.max(from, end - exact.text.length()), end));
      case Sign sign -> sign.shape().isIn(text(bytes, from, to), end - 1 - from);
    };
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
