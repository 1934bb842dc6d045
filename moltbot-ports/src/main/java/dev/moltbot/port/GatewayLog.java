package dev.moltbot.port;

import dev.moltbot.domain.egress.Refusal;
import java.util.List;

/** What the gateway writes down. Others write it, and may cut it or begin a new one at any time. */
public interface GatewayLog {
  /**
   * A piece that was not read before, of whole lines; with nothing new its mark is the same.
   * Bounded.
   *
   * @throws Unreadable when there is a log that cannot be read
   */
  Piece after(Mark mark);

  /**
   * Where reading goes on.
   *
   * @param offset in bytes
   * @param before names the bytes before it, so that another file is not taken for this one; empty
   *     at a file's beginning
   */
  record Mark(long offset, String before) {
    public static final Mark BEGINNING = new Mark(0, "");

    public Mark {
      if (offset < 0 || (offset == 0) != before.isEmpty()) {
        throw new IllegalArgumentException("no place in a file");
      }
    }
  }

  /**
   * What was read.
   *
   * @param unreadable lines that make no sense
   * @param replaced whether the log is not the one the mark was made in, so that lines between may
   *     have been lost
   */
  record Piece(List<Refusal> refusals, long unreadable, boolean replaced, Mark next) {
    public Piece {
      refusals = List.copyOf(refusals);
    }
  }

  /** The message is one line in the program's own words. */
  final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unreadable(String message) {
      super(message);
    }
  }
}
