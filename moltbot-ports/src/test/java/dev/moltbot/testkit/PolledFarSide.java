package dev.moltbot.testkit;

/** The other end of a channel that is asked for messages, faked at the wire. */
public interface PolledFarSide extends ReadableFarSide {
  /** Answers the next read with a server error. */
  void failsOnce();

  /** Cuts the next answer to a read in the middle of its body. */
  void cutsAnswerOnce();

  /**
   * Throttles the next read.
   *
   * @param retryAfter what the service says about how long, in its own way: seconds, an HTTP date,
   *     or nothing; a service that knows only one way leaves the others out
   */
  void throttlesOnce(String retryAfter);

  /** Takes the credential away for good. */
  void revokes();

  /** Answers so many requests more, and then takes the credential away. */
  void revokesAfter(int requests);

  /** Forgets every position it handed out; one that hands out none does nothing. */
  void forgetsCursors();
}
