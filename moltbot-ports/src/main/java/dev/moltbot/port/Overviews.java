package dev.moltbot.port;

import java.time.Instant;
import java.time.ZoneId;

/**
 * Where an {@link Overview} comes from.
 *
 * <p><b>Threading.</b> Thread-safe; reads in one transaction, locks nothing, and may take seconds
 * on a large store.
 *
 * <p><b>Errors.</b> {@link StoreUnavailable} while the database is away.
 */
public interface Overviews {

  /**
   * Looks at everything.
   *
   * @param zone by whose calendar days are counted
   */
  Overview look(Limits limits, ZoneId zone, Instant now);

  /**
   * The most that is looked at.
   *
   * @param people the closest so many
   * @param tiesPerPerson on average
   * @param days back from the newest message
   * @param waiting so many that wait, and as many that are waited for
   * @param wordsChars of a message's words, in UTF-16 units
   */
  record Limits(int people, int tiesPerPerson, int days, int waiting, int alerts, int wordsChars) {
    /** What a page stays fluid with. */
    public static final Limits DEFAULT = new Limits(5_000, 3, 731, 100, 100, 280);

    public Limits {
      if (people < 1 || tiesPerPerson < 0 || days < 1 || wordsChars < 1) {
        throw new IllegalArgumentException("limits must be positive");
      }
    }
  }
}
