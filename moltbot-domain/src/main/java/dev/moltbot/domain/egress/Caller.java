package dev.moltbot.domain.egress;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who asks: each runs in a container of its own and has a door of its own in the gateway. */
public enum Caller {
  /** The assistant itself. */
  MOLTBOT,
  /** The broker that holds Gmail's long-lived token. */
  TOKENS,
  /** The WhatsApp bridge. */
  WHATSAPP;

  /** As the allow-list and the compose file call it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Caller> of(String word) {
    return Stream.of(values()).filter(caller -> caller.word().equals(word)).findFirst();
  }
}
