package dev.moltbot.domain.message;

import java.time.Instant;
import java.util.Set;

/**
 * One message as its channel delivered it, read and bounded.
 *
 * @param sentAt as the channel or the sender claims; not to be trusted for order across channels
 */
public record InboundMessage(
    MessageId id,
    ConversationId conversation,
    Sender sender,
    Content content,
    Instant sentAt,
    Threading threading,
    Set<Trait> traits) {

  public InboundMessage {
    traits = Set.copyOf(traits);
    if (!id.account().equals(conversation.account())) {
      throw new IllegalArgumentException("message and conversation are of different accounts");
    }
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
