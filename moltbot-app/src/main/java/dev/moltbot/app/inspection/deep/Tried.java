package dev.moltbot.app.inspection.deep;

/** What came of trying something that must not work. */
public sealed interface Tried {

  /** It did not work. */
  record Refused(String how) implements Tried {}

  /** It worked. */
  record WentThrough(String what) implements Tried {}

  /** It could not be tried here, or what came of it says nothing. */
  record NotTried(String why) implements Tried {}
}
