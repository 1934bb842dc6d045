package dev.moltbot.flow;

import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.pairing.Knock;
import dev.moltbot.domain.pairing.Pairing;
import dev.moltbot.domain.pairing.Pairing.Finding;
import dev.moltbot.port.AuditLog;
import dev.moltbot.port.Doorstep;
import dev.moltbot.port.Doorstep.Look;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the owner at the door, by a link. Who is refused is on record before anything else happens.
 * Nothing is forgotten at the door, so that the desk finds it all later; only where so many stand
 * there that nobody behind them is seen, those on record are.
 *
 * <p>For one link, and one thread.
 */
public final class PairOwner {
  /** Most that are refused and recorded. After that the bot's name is known to too many. */
  public static final int MAX_REFUSED = 1_000;

  private final Doorstep door;
  private final AuditLog audit;
  private final InstantSource time;
  private final Pairing pairing;
  private final Set<Long> seen = new HashSet<>();
  private long forget;
  private int refused;
  private boolean wordIsOut;

  public PairOwner(Doorstep door, AuditLog audit, InstantSource time, Pairing pairing) {
    this.door = door;
    this.audit = audit;
    this.time = time;
    this.pairing = pairing;
  }

  /** What one look brought. */
  public sealed interface Seen {

    /** Nobody with the word. */
    record Nobody() implements Seen {}

    /** Somebody with the word, first and in time; not the owner before {@link #confirm}. */
    record Candidate(Knock knock) implements Seen {}

    /** The link has run out, or too many came who are not the owner. */
    record Over(String why) implements Seen {}

    record Unreachable(Duration retryAfter, String reason) implements Seen {}

    record Stopped(String reason, String remedy) implements Seen {}
  }

  /**
   * Looks once.
   *
   * @param wait longest time to wait when nobody is there, at most 50 seconds
   */
  public Seen look(Duration wait) {
    return switch (door.look(forget, wait)) {
      case Look.Came(var knocks) -> judged(knocks);
      case Look.Unreachable(var after, var reason) -> new Seen.Unreachable(after, reason);
      case Look.Stopped(var reason, var remedy) -> new Seen.Stopped(reason, remedy);
    };
  }

  /**
   * The person at the terminal says that this is the owner.
   *
   * @return whether the owner could be told so
   */
  public boolean confirm(Seen.Candidate candidate) {
    look(Duration.ZERO);
    long owner = candidate.knock().user();
    audit.append(
        new AuditEvent.OwnerPaired(door.account().toString(), Long.toString(owner)),
        time.instant());
    return door.greet(owner, "Paired. Moltbot shows its cards here, and hears nobody but you.");
  }

  /** The person at the terminal says that this is somebody else. */
  public void turnAway(Seen.Candidate candidate) {
    record(candidate.knock(), "not confirmed at the terminal");
  }

  /** How many were refused so far. */
  public int refused() {
    return refused;
  }

  /** Whether somebody besides the first had the word: then others have seen the link. */
  public boolean wordIsOut() {
    return wordIsOut;
  }

  private Seen judged(List<Knock> knocks) {
    Optional<Seen> candidate = Optional.empty();
    for (Knock knock : knocks) {
      if (seen.add(knock.number())) {
        switch (pairing.judge(knock, time.instant())) {
          case Finding.Candidate(var first) -> candidate = Optional.of(new Seen.Candidate(first));
          case Finding.Refused(var why, var hadWord) -> {
            record(knock, why);
            wordIsOut |= hadWord;
          }
        }
      }
    }
    return candidate.orElseGet(() -> nobody(knocks));
  }

  private Seen nobody(List<Knock> knocks) {
    if (pairing.over(time.instant())) {
      return new Seen.Over("the link has run out");
    }
    if (refused >= MAX_REFUSED) {
      return new Seen.Over("too many strangers write to this bot: give it a new name");
    }
    if (knocks.size() >= Doorstep.MAX_KNOCKS) {
      forget = knocks.getLast().number() + 1;
    }
    return new Seen.Nobody();
  }

  private void record(Knock knock, String why) {
    var event = new AuditEvent.PairingRefused(door.account().toString(), why, knock.stranger());
    audit.append(event, time.instant());
    refused++;
  }
}
