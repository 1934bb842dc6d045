package dev.moltbot.domain.message;

import java.util.List;

/**
 * Who wrote a message.
 *
 * @param name as they call themselves; anyone can call themselves anything
 * @param replyTo where an answer would go, never empty; on most channels the address itself
 */
public record Sender(Address address, UntrustedText name, List<Address> replyTo) {
  /** Most addresses one answer may go to. */
  public static final int MAX_REPLY_TO = 20;

  public Sender {
    replyTo = List.copyOf(replyTo);
    if (replyTo.isEmpty() || replyTo.size() > MAX_REPLY_TO) {
      throw new IllegalArgumentException(
          "reply-to has " + replyTo.size() + " addresses, wanted 1 to " + MAX_REPLY_TO);
    }
  }

  /** A sender who is answered at the address they wrote from. */
  public static Sender of(Address address, UntrustedText name) {
    return new Sender(address, name, List.of(address));
  }

  /** Whether an answer would go to another address than the one that wrote. */
  public boolean answeredElsewhere() {
    return !replyTo.contains(address);
  }
}
