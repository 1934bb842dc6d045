package dev.moltbot.port;

import dev.moltbot.domain.message.ChannelId;
import java.time.Instant;
import java.util.List;

/**
 * Who is how close, computed from messages each time and kept nowhere. Only what was written
 * directly counts: not groups, lists and mailings, and neither programs nor spam. Each method is
 * one transaction. Thread-safe.
 */
public interface Ties {

  /** Whose turn it is to answer. */
  enum Turn {
    /** They wrote last. */
    OWNERS,
    /** The owner wrote last. */
    THEIRS
  }

  /**
   * Who waits for an answer, whatever the channel it may come on; the latest first.
   *
   * @param since when the first message without an answer was written: not before this
   * @param until and before this
   */
  List<Waiting> waiting(Turn turn, Instant since, Instant until, int limit);

  /**
   * Someone who was not answered.
   *
   * @param since when the first unanswered message was written
   * @param messages how many there are
   * @param channel of the last one
   */
  record Waiting(PersonLine person, Instant since, long messages, ChannelId channel) {}

  /**
   * Who was not in touch since then, either way: first those with whom most went to and fro (the
   * smaller of received and sent, then both together), then the latest.
   */
  List<Closeness> quiet(Instant since, int limit);

  /** With whom most was written since then, both ways together. */
  List<Closeness> top(Instant since, int limit);

  /** How much was written directly, each way, and when last. */
  record Closeness(PersonLine person, long received, long sent, Instant last) {}
}
