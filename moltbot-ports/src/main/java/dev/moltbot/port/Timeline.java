package dev.moltbot.port;

import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.domain.message.Content;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.UntrustedText;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What was said, newest first: with one person over all channels, or by everybody about something.
 * What is asked and what is found stays on the machine and goes on no record. Each method is one
 * transaction. Thread-safe.
 */
public interface Timeline {
  /** Earliest time there is; what claims to be earlier, or names no time, is taken for this. */
  Instant EARLIEST = InboundMessage.UNDATED;

  /** Latest time there is; what claims to be later is taken for this. */
  Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  /**
   * What passed between the owner and a person, both ways, groups included.
   *
   * @param channels only these; empty for all
   * @param before where the page before ended, or {@link Place#NEWEST}
   * @param limit most messages; fewer come only when there are no more
   */
  List<Said> history(ContactId person, Set<ChannelId> channels, Span span, Place before, int limit);

  /**
   * Messages that hold all the words and keep all the conditions. Only those are found whose words
   * are indexed, see {@link SearchIndex}.
   */
  List<Hit> search(Wanted wanted, Place before, int limit);

  /**
   * A message found.
   *
   * @param excerpt its words around the first one that was asked for, on one line
   */
  record Hit(Said said, UntrustedText excerpt) {}

  /** From this instant on, and before that one. */
  record Span(Instant since, Instant until) {
    /** No limits. */
    public static final Span EVER = new Span(EARLIEST, LATEST.plusSeconds(1));
  }

  /**
   * A place in the order of messages.
   *
   * @param number tells apart what was said at one time
   */
  record Place(Instant at, long number) {
    /** Before which everything comes. */
    public static final Place NEWEST = new Place(LATEST, Long.MAX_VALUE);
  }

  /**
   * One message.
   *
   * @param mine whether the owner wrote it
   * @param toMany whether it went to a group, a list or many
   * @param author who wrote it, as they called themselves then, else as they are known; empty for
   *     the owner
   */
  record Said(
      Place place,
      ChannelId channel,
      boolean mine,
      boolean toMany,
      UntrustedText author,
      Content content) {}

  /**
   * What to look for.
   *
   * @param words all of them; case and accents make no difference, and a star at the end stands for
   *     any ending
   * @param from only what these wrote; empty for anybody
   * @param mine only what the owner wrote
   * @param channels only on these; empty for all
   * @param has only what has all of these
   */
  record Wanted(
      String words,
      Set<ContactId> from,
      boolean mine,
      Set<ChannelId> channels,
      Set<Holding> has,
      Span span) {
    public Wanted {
      from = Set.copyOf(from);
      channels = Set.copyOf(channels);
      has = Set.copyOf(has);
    }

    /** Only words. */
    public static Wanted of(String words) {
      return new Wanted(words, Set.of(), false, Set.of(), Set.of(), Span.EVER);
    }

    /** Neither words nor people. */
    @Override
    public String toString() {
      return "Wanted[" + words.length() + " chars]";
    }
  }

  /** What a message can have besides words. */
  enum Holding {
    /** Files came with it. */
    ATTACHMENT,
    /** An address on the web. */
    LINK
  }
}
