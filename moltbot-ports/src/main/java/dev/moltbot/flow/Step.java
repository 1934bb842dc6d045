package dev.moltbot.flow;

import java.time.Duration;

/** What one pull of a flow came to, and so when to pull again. */
public sealed interface Step {

  /** Something was done; there may be more. */
  record Worked() implements Step {}

  /** There was nothing to do. */
  record Idle() implements Step {}

  /**
   * The world said not now.
   *
   * @param reason for the log; the program's own words
   */
  record BackOff(Duration delay, String reason) implements Step {}
}
