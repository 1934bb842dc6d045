package dev.moltbot.adapter.instagram;

import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.port.Quarantined;
import java.time.Instant;

/** One message of a conversation: read, or set aside. */
sealed interface Item {

  /** The message's own id. */
  String nativeId();

  /** When it was sent; the beginning of time where nobody knows. */
  Instant at();

  /** A message that could be read. */
  record Read(InboundMessage message) implements Item {
    @Override
    public String nativeId() {
      return message.id().nativeId();
    }

    @Override
    public Instant at() {
      return message.sentAt();
    }
  }

  /** One that could not. */
  record Aside(Quarantined message, Instant at) implements Item {
    @Override
    public String nativeId() {
      return message.id().nativeId();
    }
  }

  default String digest() {
    return Position.digest(nativeId());
  }
}
