package dev.moltbot.domain.egress;

import dev.moltbot.domain.alert.Alert;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What the owner is told of refusals: a few each hour one by one, the rest of the hour as one
 * figure. Whoever tries a thousand addresses must not be able to bury the owner in alerts, nor to
 * hide one attempt behind others: the first thousand of an hour are on record one by one, the rest
 * as a figure, and the figures add up. The gateway's own log has each.
 *
 * @param hour which hour is being counted, its first moment
 * @param told how many of that hour were told one by one
 * @param counted how many of it were not
 * @param alerts how many alerts there were ever; makes their keys differ
 */
public record RefusalWatch(Instant hour, int told, long counted, long alerts) {
  /** Most refusals told one by one in an hour. */
  public static final int MAX_TOLD = 3;

  /** Most entries of the record in an hour: the disk is not the attacker's to fill. */
  public static final int MAX_RECORDED = 1_000;

  /**
   * The watch afterwards.
   *
   * @param told what the owner is to hear: one alert or none
   * @param more how many of an hour that is over have no entry of their own
   */
  public record Next(RefusalWatch watch, List<Alert> told, long more) {
    public Next {
      told = List.copyOf(told);
    }
  }

  /** Whether the next one of this hour gets an entry of its own. */
  public boolean records() {
    return told + counted < MAX_RECORDED;
  }

  /** Another hour ends the one before, and then its figure is told. */
  public Next at(Instant now) {
    Instant current = now.truncatedTo(ChronoUnit.HOURS);
    if (current.equals(hour)) {
      return new Next(this, List.of(), 0);
    }
    var fresh = new RefusalWatch(current, 0, 0, alerts);
    long more = Math.max(0, told + counted - MAX_RECORDED);
    return counted == 0 ? new Next(fresh, List.of(), 0) : fresh.telling(figure(), more);
  }

  public Next saw(Refusal refusal) {
    if (told == MAX_TOLD) {
      return new Next(new RefusalWatch(hour, told, counted + 1, alerts), List.of(), 0);
    }
    return new RefusalWatch(hour, told + 1, counted, alerts).telling(words(refusal), 0);
  }

  private Next telling(String words, long more) {
    long number = alerts + 1;
    var alert = new Alert(Alert.Kind.EGRESS_REFUSED, "refusal " + number, words);
    return new Next(new RefusalWatch(hour, told, counted, number), List.of(alert), more);
  }

  private String words(Refusal refusal) {
    String more = told + 1 < MAX_TOLD ? "" : " Further ones of this hour come as one figure.";
    return "The "
        + refusal.wall()
        + " did not let something out: "
        + refusal
        + ". Nothing was sent, nothing is lost. If you did not just change a setting or the"
        + " allow-list, pause Moltbot and find out why."
        + more;
  }

  private String figure() {
    return "In the hour from "
        + hour
        + ", "
        + counted
        + " more requests were not let out than you were told of. Nothing was sent. The first "
        + MAX_RECORDED
        + " are on record: moltbot audit tail.";
  }
}
