package dev.moltbot.hook;

import dev.moltbot.port.Cursor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a spool has been read.
 *
 * @param number everything up to this entry is stored elsewhere
 * @param skip so many messages of the entry after it are stored, too; one body may hold many
 */
record SpoolPosition(long number, int skip) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,18})(?:\\+(\\d{1,9}))?");

  /** A cursor of another reader, from before the account was pushed to us, is the beginning. */
  static SpoolPosition of(Cursor cursor) {
    Matcher form = FORM.matcher(cursor.value());
    if (!form.matches()) {
      return new SpoolPosition(0, 0);
    }
    String skip = form.group(2);
    return new SpoolPosition(
        Long.parseLong(form.group(1)), skip == null ? 0 : Integer.parseInt(skip));
  }

  Cursor cursor() {
    boolean atStart = number == 0 && skip == 0;
    return atStart ? Cursor.START : new Cursor(number + (skip == 0 ? "" : "+" + skip));
  }
}
