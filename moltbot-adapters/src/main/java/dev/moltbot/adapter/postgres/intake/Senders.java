package dev.moltbot.adapter.postgres.intake;

import dev.moltbot.adapter.postgres.message.MessageBatch;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.contact.Identity;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Sender;
import dev.moltbot.domain.message.Trait;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Whom messages speak of: who wrote them, and whom the owner wrote to. The owner is no contact. */
final class Senders {

  private Senders() {}

  static List<Identity> of(Collection<InboundMessage> messages) {
    return messages.stream().flatMap(Senders::of).toList();
  }

  private static Stream<Identity> of(InboundMessage message) {
    return message.has(Trait.FROM_OWNER)
        ? audience(message)
        : Stream.of(identity(message, message.sender()));
  }

  /** Whom the owner wrote to, without the owner, who often keeps a copy. */
  static Stream<Identity> audience(InboundMessage message) {
    String owner = new Handle(message.id().channel(), message.id().account().name()).value();
    return message.audience().stream()
        .map(one -> identity(message, one))
        .filter(one -> !one.handle().value().equals(owner));
  }

  private static Identity identity(InboundMessage message, Sender person) {
    return Identity.of(MessageBatch.handle(message, person), person.name(), message.sentAt());
  }
}
