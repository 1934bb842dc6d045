package dev.moltbot.arch.planted.ambient.adapter.x;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/** Breaks a rule on purpose, in the three ways a simpler rule does not see. */
class Planted {
  Supplier<Instant> reference = Instant::now;
  Clock clock = Clock.systemUTC();
  Supplier<UUID> id = UUID::randomUUID;
}
