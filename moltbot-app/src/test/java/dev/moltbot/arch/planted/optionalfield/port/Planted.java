package dev.moltbot.arch.planted.optionalfield.port;

import java.util.Optional;

/** Breaks a rule on purpose: a field that may be there. */
public class Planted {
  @SuppressWarnings("NullOptional")
  public Optional<String> maybe = Optional.empty();
}
