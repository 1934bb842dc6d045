package dev.moltbot.adapter.imap;

import dev.moltbot.port.Cursor;
import java.time.Duration;
import java.time.Instant;

/** How far a mailbox has been read; what our cursors say. */
record Position(Mark sent, Mark inbox) {
  /** How far back the very first read goes. */
  static final Duration FIRST_WINDOW = Duration.ofDays(14);

  /** Reads a cursor; one that we did not write is an {@link IllegalArgumentException}. */
  static Position of(Cursor cursor, Instant now) {
    if (cursor.atStart()) {
      Mark start = Mark.from(now.minus(FIRST_WINDOW));
      return new Position(start, start);
    }
    String[] f = cursor.value().split(" ", 2);
    if (f.length != 2) {
      throw new IllegalArgumentException("not an IMAP cursor: " + cursor.value());
    }
    return new Position(Mark.parse(f[0]), Mark.parse(f[1]));
  }

  Mark of(Folder folder) {
    return folder == Folder.SENT ? sent : inbox;
  }

  Position with(Folder folder, Mark mark) {
    return folder == Folder.SENT ? new Position(mark, inbox) : new Position(sent, mark);
  }

  Cursor cursor() {
    return new Cursor(sent + " " + inbox);
  }
}
