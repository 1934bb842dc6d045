package dev.moltbot.hook;

import dev.moltbot.domain.message.InboundMessage;
import java.util.List;

/** Reads what a service handed over. Must not throw, whatever the body is. */
@FunctionalInterface
public interface Parser {

  /** Reads one body, as it came. */
  Parsed parse(String body);

  /** What a body comes to. */
  sealed interface Parsed {
    /** Something that concerns no reader, such as a receipt. */
    Parsed NOTHING = new Messages(List.of());

    /** Messages, oldest first. */
    record Messages(List<InboundMessage> messages) implements Parsed {
      public Messages {
        messages = List.copyOf(messages);
      }
    }

    /**
     * It makes no sense, and is set aside.
     *
     * @param reason in the program's own words
     */
    record Unreadable(String reason) implements Parsed {}
  }
}
