package dev.moltbot.adapter.imap;

import dev.moltbot.channel.Refusal;
import java.io.IOException;

/** A server's no, or ours to it, understood where it came up. Becomes an answer in the calls. */
final class DeclinedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  DeclinedException(Refusal refusal) {
    super(refusal.reason());
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
