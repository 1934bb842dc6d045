package dev.moltbot.adapter.linkedin;

import dev.moltbot.port.Cursor;
import java.time.Instant;
import java.util.List;

/**
 * How far a changelog has been read; what our cursors say. LinkedIn's time is inclusive, so the
 * last events come again, and are known by their keys.
 *
 * @param at the latest time of an event that was read, in milliseconds
 * @param known keys of the events of that very time
 * @param drained when there was nothing more, in milliseconds; 0 while there is
 */
record Position(long at, List<String> known, long drained) {

  Position {
    known = List.copyOf(known);
  }

  /** Reads a cursor; one that we did not write is an {@link IllegalArgumentException}. */
  static Position of(Cursor cursor, Instant start) {
    if (cursor.atStart()) {
      return new Position(start.toEpochMilli(), List.of(), 0);
    }
    String[] f = cursor.value().split(" ", -1);
    if (f.length != 3) {
      throw new IllegalArgumentException("not a LinkedIn cursor: " + cursor.value());
    }
    List<String> known = f[2].isEmpty() ? List.of() : List.of(f[2].split(",", -1));
    return new Position(Long.parseLong(f[0]), known, Long.parseLong(f[1]));
  }

  Cursor cursor() {
    return new Cursor(at + " " + drained + " " + String.join(",", known));
  }

  /** Up to when nothing can have been missed. */
  Instant complete() {
    return Instant.ofEpochMilli(Math.max(at, drained));
  }
}
