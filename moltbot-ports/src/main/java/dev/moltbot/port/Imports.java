package dev.moltbot.port;

import dev.moltbot.domain.contact.Identity;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.MessageId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Exports that were imported, and how far. Each method is one transaction, audit entries included.
 */
public interface Imports {

  /**
   * An export.
   *
   * @param contentKey names what it holds; the same key is never imported twice
   * @param name for the owner; never in a log, it may name a third person
   */
  record Origin(String contentKey, AccountId account, String name, String format) {}

  /**
   * What was made of an export so far.
   *
   * @param read messages, people and what was set aside
   * @param added messages that were not there before, and people likewise
   * @param duplicates those that were
   */
  record Counts(long read, long added, long duplicates, long quarantined, long people) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    public Counts plus(Counts other) {
      return new Counts(
          read + other.read,
          added + other.added,
          duplicates + other.duplicates,
          quarantined + other.quarantined,
          people + other.people);
    }
  }

  /** How far an export was read; there is nothing more to do once it has ended. */
  record Reading(Cursor from, boolean ended, Counts counts, List<HistoryBatch.Skipped> skipped) {
    public Reading {
      skipped = List.copyOf(skipped);
    }
  }

  /**
   * A piece of an export, ready for storing.
   *
   * @param known how many of its messages are stored already and left out here
   */
  record Piece(
      List<Intake.Screened> messages,
      long known,
      List<Identity> people,
      List<Quarantined> quarantined,
      List<HistoryBatch.Skipped> skipped,
      Cursor next,
      boolean more) {
    public Piece {
      messages = List.copyOf(messages);
      people = List.copyOf(people);
      quarantined = List.copyOf(quarantined);
      skipped = List.copyOf(skipped);
    }
  }

  /** How many people the graph holds, how many handles joined one, and what is to be decided. */
  record People(long contacts, long merged, long suggestions) {}

  People people();

  /** What is known of this content, if anything. */
  Optional<Reading> find(String contentKey);

  /**
   * Where to read on; at the start for an export not seen before.
   *
   * @param again whether one that was read is read once more
   */
  Reading begin(Origin origin, boolean again, Instant now);

  /** Which of these messages are stored already. */
  Set<MessageId> stored(AccountId account, Collection<MessageId> messages);

  /**
   * Stores messages, people, quarantine and the cursor together. What is imported is never due for
   * a draft; an owner's message that turns out to be the newest of a conversation ends its wait.
   *
   * @return what this piece changed
   */
  Counts store(Origin origin, Piece piece, Instant now);

  /**
   * Takes back what an import added, and forgets that it was made: messages, and people nothing
   * else is known of. What was said about people meanwhile stays.
   *
   * @return how many messages went; empty when this was never imported
   */
  Optional<Long> undo(String contentKey, Instant now);
}
