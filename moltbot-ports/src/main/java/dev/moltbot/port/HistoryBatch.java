package dev.moltbot.port;

import dev.moltbot.domain.contact.Identity;
import dev.moltbot.domain.message.InboundMessage;
import java.util.List;

/**
 * A piece of an export.
 *
 * @param messages those that are not stored yet
 * @param known how many are; they are left out here
 * @param people what an address book says of people; senders and audiences of messages are observed
 *     anyway
 * @param skipped what was left out on purpose, such as a chat's own announcements
 * @param next where to go on
 * @param done how far the source is read now, in its own units
 * @param more whether there is anything left
 */
public record HistoryBatch(
    List<InboundMessage> messages,
    long known,
    List<Identity> people,
    List<Quarantined> quarantined,
    List<Skipped> skipped,
    Cursor next,
    long done,
    boolean more) {

  public HistoryBatch {
    messages = List.copyOf(messages);
    people = List.copyOf(people);
    quarantined = List.copyOf(quarantined);
    skipped = List.copyOf(skipped);
  }

  /**
   * How many entries were left out, and why: in the program's own words, no content.
   *
   * @param count 0 for a note on the whole, such as a guess, for which nothing is left out
   */
  public record Skipped(String reason, long count) {

    /** Whether it is for the owner to know, and nothing is missing. */
    public boolean isNote() {
      return count == 0;
    }
  }
}
