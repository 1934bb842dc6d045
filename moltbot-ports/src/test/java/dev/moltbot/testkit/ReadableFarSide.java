package dev.moltbot.testkit;

import java.time.Duration;

/** The other end of a channel that is read from, faked at the wire. */
public interface ReadableFarSide {
  /** Holds this many readable messages more, each from someone else. */
  void receives(int messages);

  /** Answers the next read with a server error. */
  void failsOnce();

  /** Cuts the next answer to a read in the middle of its body. */
  void cutsAnswerOnce();

  /** Throttles the next read for this long. */
  void throttlesOnce(Duration wait);

  /** Takes the credential away for good. */
  void revokes();
}
