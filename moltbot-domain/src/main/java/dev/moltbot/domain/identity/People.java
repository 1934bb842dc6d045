package dev.moltbot.domain.identity;

import java.util.function.Consumer;

/** Everyone who is to be compared, one at a time, so that nobody has to hold them all. */
@FunctionalInterface
public interface People {

  /** Hands over each once, always in the same order. */
  void each(Consumer<Description> use);
}
