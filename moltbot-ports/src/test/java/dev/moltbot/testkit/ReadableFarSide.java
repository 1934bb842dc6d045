package dev.moltbot.testkit;

/** The other end of a channel that is read from, faked at the wire. */
public interface ReadableFarSide {
  /** Holds this many readable messages more, each from someone else. */
  void receives(int messages);

  /** Gives everything it ever gave another time, the newest first. */
  void repeatsItself();
}
