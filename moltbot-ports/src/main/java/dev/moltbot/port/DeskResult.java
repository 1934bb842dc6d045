package dev.moltbot.port;

import java.time.Duration;

/** What became of something shown to the owner. */
public sealed interface DeskResult {

  /** It is before the owner. */
  record Shown(ShownCard where) implements DeskResult {}

  /** The owner cannot be reached now, so nothing else may go on either. */
  record Unreachable(Duration retryAfter, String reason) implements DeskResult {}

  /** Not until the owner does something on this machine, which {@code remedy} says. */
  record Stopped(String reason, String remedy) implements DeskResult {}
}
