package dev.moltbot.hook;

import java.util.Map;
import java.util.Optional;

/** How a service asks, by GET, whether this address wants to be called. */
@FunctionalInterface
public interface Handshake {
  /** For services that do not ask so. */
  Handshake NONE = query -> Optional.empty();

  /**
   * The words to answer with, as plain text; empty to refuse.
   *
   * @param query the parameters of the address, decoded; the first of a name counts
   */
  Optional<String> answer(Map<String, String> query);
}
