package dev.moltbot.adapter.imap;

import java.time.Duration;
import java.time.Instant;

/**
 * How far one folder has been read.
 *
 * @param validity the folder's UIDVALIDITY; under another one its UIDs mean nothing (RFC 9051,
 *     2.3.1.1)
 * @param uid everything up to it was read, or was older than the window
 * @param since what to go by when the UIDs are of no use: everything before was read
 * @param listing whether mail older than {@code since} is still being left out
 */
record Mark(long validity, long uid, Instant since, boolean listing) {
  /** How old {@code since} may become where nothing else changes; keeps the cursor still. */
  static final Duration REFRESHED = Duration.ofHours(1);

  /** Nothing was read, and nothing older than the window will be. */
  static Mark from(Instant window) {
    return new Mark(0, 0, window, true);
  }

  /** The place to go on in the folder as it is now. */
  Mark in(long validityNow) {
    return validity == validityNow ? this : new Mark(validityNow, 0, since, true);
  }

  Mark after(long read) {
    return new Mark(validity, read, since, listing);
  }

  /**
   * The folder is read to its end.
   *
   * @param nextUid the UID that the next mail will have, or less than 1 where the server does not
   *     say
   */
  Mark atEnd(long nextUid, Instant now) {
    long last = Math.max(uid, nextUid - 1);
    boolean known = last > 0 || !listing;
    boolean still = last == uid && listing != known && now.isBefore(since.plus(REFRESHED));
    return still ? this : new Mark(validity, last, known ? now : since, !known);
  }

  /** Reads what {@link #toString} wrote. */
  static Mark parse(String text) {
    String[] f = text.split(":", 4);
    if (f.length != 4) {
      throw new IllegalArgumentException("not a mark: " + text);
    }
    Instant since = Instant.ofEpochSecond(Long.parseLong(f[2]));
    return new Mark(Long.parseLong(f[0]), Long.parseLong(f[1]), since, f[3].equals("listing"));
  }

  @Override
  public String toString() {
    String how = listing ? "listing" : "following";
    return validity + ":" + uid + ":" + since.getEpochSecond() + ":" + how;
  }
}
