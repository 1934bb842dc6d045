package dev.moltbot.arch.planted.optionalparameter.port;

import java.util.Optional;

/** Breaks a rule on purpose: an argument that may be there. */
public interface Planted {
  void take(Optional<String> maybe);
}
