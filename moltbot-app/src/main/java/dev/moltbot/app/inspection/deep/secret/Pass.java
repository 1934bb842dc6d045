package dev.moltbot.app.inspection.deep.secret;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * One pass over one stream. The automaton looks at every byte; where it stops, a window around the
 * place is looked at closely.
 */
final class Pass {
  static final int BUFFER = 128 * 1024;

  /** Bytes kept before a place: the longest needle, and what stands before a sign. */
  private static final int BEFORE = 96;

  /** Bytes kept after a place: the longest that a shape demands, with some to spare. */
  private static final int AFTER = 400;

  /**
   * Signs of shapes that turn out to be none before they are no longer looked at: who writes a file
   * of nothing else must not be able to make the search endless.
   */
  private static final int MAX_LOOKS = 20_000;

  private final Automaton automaton;
  private final List<Needle> needles;
  private final String place;
  private final Searched into;
  private final byte[] bytes;

  /** Up to where the buffer is filled, and up to where the automaton went. */
  private int end;

  private int done;
  private long total;
  private int state;
  private long line = 1;
  private int looks;

  Pass(Automaton automaton, List<Needle> needles, String place, Searched into) {
    this.automaton = automaton;
    this.needles = needles;
    this.place = place;
    this.into = into;
    this.bytes = into.buffer();
    this.state = automaton.start();
  }

  /** Reads a stream to its end. */
  void over(InputStream stream) throws IOException {
    int count = stream.read(bytes, end, BUFFER - end);
    while (count >= 0) {
      grow(count);
      if (Thread.interrupted()) {
        throw new IOException("told to stop");
      }
      count = stream.read(bytes, end, BUFFER - end);
    }
    finish();
  }

  /** Takes a piece of something that comes in pieces; {@link #finish} is for its end. */
  void take(byte[] some, int length) {
    int at = 0;
    while (at < length) {
      int count = Math.min(BUFFER - end, length - at);
      System.arraycopy(some, at, bytes, end, count);
      grow(count);
      at += count;
    }
  }

  void finish() {
    look(done, end);
    into.read(total);
    if (looks >= MAX_LOOKS) {
      into.unread(place, "too much that looks like a credential; only for values in use");
    }
  }

  /** What came is looked at once the buffer is full, but for an end that may be half a hit. */
  private void grow(int count) {
    end += count;
    total += count;
    if (end == BUFFER) {
      look(done, end - AFTER);
      int keep = AFTER + BEFORE;
      System.arraycopy(bytes, end - keep, bytes, 0, keep);
      end = keep;
      done = BEFORE;
    }
  }

  private void look(int from, int to) {
    int now = state;
    for (int i = from; i < to; i++) {
      now = automaton.step(now, bytes[i]);
      if (bytes[i] == '\n') {
        line++;
      }
      int[] found = automaton.endsAt(now);
      if (found.length > 0) {
        closely(found, i + 1);
      }
    }
    state = now;
  }

  private void closely(int[] found, int at) {
    for (int one : found) {
      Needle needle = needles.get(one);
      if (needle instanceof Needle.Sign && ++looks > MAX_LOOKS) {
        continue;
      }
      if (needle.isAt(bytes, at, Math.max(0, at - BEFORE), Math.min(end, at + AFTER))) {
        into.hit(place, line, needle);
      }
    }
  }
}
