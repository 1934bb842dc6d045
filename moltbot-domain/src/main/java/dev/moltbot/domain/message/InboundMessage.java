package dev.moltbot.domain.message;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * One message as its channel delivered it, read and bounded.
 *
 * @param sentAt as the channel or the sender claims, or {@link #UNDATED}; not to be trusted for
 *     order across channels
 * @param audience whom the owner wrote it to, for a message of the owner's own to one or a few;
 *     empty for everyone else's, and for a message to a group
 */
public record InboundMessage(
    MessageId id,
    ConversationId conversation,
    Sender sender,
    Content content,
    Instant sentAt,
    Threading threading,
    Set<Trait> traits,
    List<Sender> audience) {
  /**
   * When something was sent that says no time, or one before this. In the year 1000 and not at the
   * beginning of time, so that everything that writes a date writes it with four digits.
   */
  public static final Instant UNDATED = Instant.parse("1000-01-01T00:00:00Z");

  /** Most people a message is kept as written to; a longer list is a mailing, and kept as empty. */
  public static final int MAX_AUDIENCE = 20;

  public InboundMessage {
    traits = Set.copyOf(traits);
    audience = audience.size() > MAX_AUDIENCE ? List.of() : List.copyOf(audience);
    if (!id.account().equals(conversation.account())) {
      throw new IllegalArgumentException("message and conversation are of different accounts");
    }
  }

  /** A message that says nothing of whom it was written to. */
  public InboundMessage(
      MessageId id,
      ConversationId conversation,
      Sender sender,
      Content content,
      Instant sentAt,
      Threading threading,
      Set<Trait> traits) {
    this(id, conversation, sender, content, sentAt, threading, traits, List.of());
  }

  public boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /** Ids only by channel, words only by length. */
  @Override
  public String toString() {
    return "InboundMessage[" + id + ", " + content.text() + ", " + sentAt + "]";
  }
}
