package dev.moltbot.adapter.postgres.contact;

import dev.moltbot.domain.identity.Description;
import java.util.function.Consumer;

/** Makes people of what is said about them, one after the other. */
final class Portraits {
  private final Consumer<Description> use;
  private Portrait next = new Portrait(0);

  Portraits(Consumer<Description> use) {
    this.use = use;
  }

  /** Whatever is said of one person comes in one go. */
  void learn(long person, String kind, String value) {
    if (person != next.person()) {
      end();
      next = new Portrait(person);
    }
    next.learn(kind, value);
  }

  /** Hands over whoever is left. */
  void end() {
    next.description().ifPresent(use);
  }
}
