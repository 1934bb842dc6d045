package dev.moltbot.adapter.gmail;

import dev.moltbot.port.Cursor;
import java.time.Instant;

/** How far a mailbox has been read; what our cursors say. */
sealed interface Position {

  /** Not at all. */
  record Start() implements Position {}

  /**
   * Everything up to a history id.
   *
   * @param asOf when that was; tells where to look again should Gmail forget the id
   * @param skip messages of the record after the id that were read already
   */
  record History(String id, Instant asOf, int skip) implements Position {}

  /**
   * In the middle of listing all mail, because there is no history to go by.
   *
   * @param seed the history id to go on from afterwards; taken before the first page, so that
   *     nothing arrives unseen in between
   * @param since nothing older is listed
   * @param begun when the seed was taken
   * @param listed messages listed so far
   * @param skip messages of this page that were read already
   * @param page the page's token, or empty for the first
   */
  record Listing(String seed, Instant since, Instant begun, int listed, int skip, String page)
      implements Position {}

  /** Reads a cursor; one that we did not write is an {@link IllegalArgumentException}. */
  static Position of(Cursor cursor) {
    if (cursor.atStart()) {
      return new Start();
    }
    String[] f = cursor.value().split(" ", 7);
    return switch (f[0] + f.length) {
      case "history4" -> new History(f[1], instant(f[2]), Integer.parseInt(f[3]));
      case "listing7" ->
          new Listing(
              f[1],
              instant(f[2]),
              instant(f[3]),
              Integer.parseInt(f[4]),
              Integer.parseInt(f[5]),
              f[6]);
      default -> throw new IllegalArgumentException("not a Gmail cursor: " + cursor.value());
    };
  }

  private static Instant instant(String epochSeconds) {
    return Instant.ofEpochSecond(Long.parseLong(epochSeconds));
  }

  default Cursor cursor() {
    return switch (this) {
      case Start() -> Cursor.START;
      case History(String id, Instant asOf, int skip) ->
          new Cursor("history " + id + " " + asOf.getEpochSecond() + " " + skip);
      case Listing l ->
          new Cursor(
              String.join(
                  " ",
                  "listing",
                  l.seed(),
                  Long.toString(l.since().getEpochSecond()),
                  Long.toString(l.begun().getEpochSecond()),
                  Integer.toString(l.listed()),
                  Integer.toString(l.skip()),
                  l.page()));
    };
  }
}
