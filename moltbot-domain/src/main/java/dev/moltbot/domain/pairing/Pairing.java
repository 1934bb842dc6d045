package dev.moltbot.domain.pairing;

import java.time.Duration;
import java.time.Instant;

/**
 * The life of one link: the first person who follows it in time is a candidate, and nobody is after
 * that. Not thread-safe.
 */
public final class Pairing {
  /** How long a link is good. */
  public static final Duration LIFETIME = Duration.ofMinutes(10);

  private final StartWord word;
  private final Instant end;
  private long candidate;

  /** A link that is made now. */
  public Pairing(StartWord word, Instant now) {
    this.word = word;
    this.end = now.plus(LIFETIME);
  }

  /** What a knock comes to. */
  public sealed interface Finding {

    /** May be the owner; the person at the terminal decides. */
    record Candidate(Knock knock) implements Finding {}

    /**
     * Is not.
     *
     * @param why in the program's own words
     * @param hadWord whether it carried this link's word: then somebody else has it
     */
    record Refused(String why, boolean hadWord) implements Finding {}
  }

  /** Judges one knock; the order of calls is the order of arrival. */
  public Finding judge(Knock knock, Instant now) {
    if (!word.isSaidBy(knock.words().reveal())) {
      return new Finding.Refused(knock.manner().words() + " without the link's word", false);
    }
    if (knock.manner() != Knock.Manner.IN_PRIVATE || knock.user() <= 0) {
      return new Finding.Refused(knock.manner().words(), true);
    }
    if (candidate != 0) {
      boolean same = candidate == knock.user();
      return new Finding.Refused(same ? "the link used again" : "a second user", !same);
    }
    if (over(now)) {
      return new Finding.Refused("a link that had run out", true);
    }
    candidate = knock.user();
    return new Finding.Candidate(knock);
  }

  /** Whether its time is over. */
  public boolean over(Instant now) {
    return !now.isBefore(end);
  }
}
