package dev.moltbot.app.onboarding;

/** How one part of the way ended. */
enum End {
  /** It is there, now or before. */
  DONE,
  /** It is not, and something else may go on. */
  LATER,
  /** The person left. */
  LEFT
}
