package dev.moltbot.domain.message;

import java.util.List;

/** The last messages of one conversation, oldest first; never empty. */
public record Conversation(ConversationId id, List<InboundMessage> messages) {
  /** Most messages looked at when a reply is drafted. */
  public static final int MAX_MESSAGES = 20;

  public Conversation {
    messages = List.copyOf(messages);
    if (messages.isEmpty() || messages.size() > MAX_MESSAGES) {
      throw new IllegalArgumentException(
          "conversation has " + messages.size() + " messages, wanted 1 to " + MAX_MESSAGES);
    }
    for (InboundMessage message : messages) {
      if (!message.conversation().equals(id)) {
        throw new IllegalArgumentException("a message of another conversation");
      }
    }
  }

  public InboundMessage latest() {
    return messages.getLast();
  }

  /** Whether the last word is someone else's, so that an answer is the owner's to give. */
  public boolean awaitsOwner() {
    return !latest().has(Trait.FROM_OWNER);
  }
}
