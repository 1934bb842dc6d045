package dev.moltbot.port;

import dev.moltbot.domain.alert.Alert;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.domain.message.UntrustedText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything at one look: who the owner knows, how well, and what was done in their name. Bounded
 * by {@link Overviews.Limits}, whatever the size of the store.
 *
 * @param people the closest first; other parts name a person by the place in this list
 * @param ties who meets whom besides the owner, the strongest first
 */
public record Overview(
    Totals totals,
    List<Person> people,
    List<Tie> ties,
    List<Day> days,
    List<Waiting> waiting,
    List<Drafted> drafts,
    List<Raised> alerts,
    List<ModelUse> model) {

  public Overview {
    people = List.copyOf(people);
    ties = List.copyOf(ties);
    days = List.copyOf(days);
    waiting = List.copyOf(waiting);
    drafts = List.copyOf(drafts);
    alerts = List.copyOf(alerts);
    model = List.copyOf(model);
  }

  /**
   * How much there is, shown or not.
   *
   * @param contacts everyone, mailing programs included
   */
  public record Totals(long contacts, long handles, long messages, long conversations) {}

  /**
   * One person.
   *
   * @param closeness 0 for someone never written with; larger is closer, by no unit
   * @param exchanges one for each channel there are messages on, the busiest first
   * @param lately the last that they said and the last that the owner said to them, newest first
   */
  public record Person(
      ContactId id,
      UntrustedText name,
      double closeness,
      List<Handle> handles,
      List<Exchange> exchanges,
      List<Said> lately,
      ReplyTimes replies,
      List<UntrustedText> tags,
      List<UntrustedText> notes) {

    public Person {
      handles = List.copyOf(handles);
      exchanges = List.copyOf(exchanges);
      lately = List.copyOf(lately);
      tags = List.copyOf(tags);
      notes = List.copyOf(notes);
    }

    /** Neither name nor handles nor words. */
    @Override
    public String toString() {
      return "Person[" + id.value() + "]";
    }
  }

  /**
   * What went to and fro on one channel.
   *
   * @param received messages to the owner, newsletters and notices left out
   * @param sent messages of the owner to this person
   * @param shared messages of theirs to groups and lists the owner is in
   */
  public record Exchange(
      ChannelId channel, long received, long sent, long shared, Instant first, Instant last) {}

  /** Words cut to {@link Overviews.Limits#wordsChars}. */
  public record Said(boolean byOwner, Instant at, UntrustedText words) {}

  /**
   * How long an answer takes, by the median; zero where there was none.
   *
   * @param mine answers of the owner
   */
  public record ReplyTimes(long mine, Duration mineMedian, long theirs, Duration theirsMedian) {
    public static final ReplyTimes NONE = new ReplyTimes(0, Duration.ZERO, 0, Duration.ZERO);
  }

  /**
   * Two people who are in conversations together.
   *
   * @param first place in {@link #people}, lower than {@code second}
   * @param weight larger for more conversations and for smaller ones
   */
  public record Tie(int first, int second, long conversations, double weight) {}

  /** Messages of one day, by the owner's calendar, on one channel. */
  public record Day(LocalDate day, ChannelId channel, long received, long sent) {}

  /**
   * A conversation in which it is somebody's turn.
   *
   * @param person place in {@link #people}
   * @param forOwner whether they wait for the owner; else the owner waits for them
   */
  public record Waiting(
      int person, ChannelId channel, boolean forOwner, Instant since, UntrustedText words) {}

  /** How many drafts of one day came to this end. */
  public record Drafted(LocalDate day, Fate fate, long drafts) {}

  /** What became of a draft. */
  public enum Fate {
    SENT_UNCHANGED,
    /** Drafted again at the owner's wish, or in the owner's own words. */
    SENT_EDITED,
    /** The owner said no. */
    SKIPPED,
    EXPIRED,
    /** Overtaken by a newer message or draft. */
    REPLACED,
    /** Approved, and not or perhaps not sent. */
    NOT_SENT,
    /** Before the owner, or about to be. */
    OPEN
  }

  /** An alert, told in the program's own words. */
  public record Raised(Alert.Kind kind, String words, Instant at, boolean cleared) {}

  /** What the model was paid for; tokens. */
  public record ModelUse(
      String model, long calls, long input, long output, long cacheRead, long cacheWrite) {}
}
