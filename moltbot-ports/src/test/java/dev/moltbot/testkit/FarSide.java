package dev.moltbot.testkit;

/** The other end of a channel, faked at the wire. Behaviours queue up, one per sending request. */
public interface FarSide {
  void accepts();

  void refuses();

  /** Answers with success and something that makes no sense. */
  void babbles();

  /** Accepts the message, and answers with a server error all the same. */
  void failsAfterAccepting();

  /** Reads the whole request, and cuts the connection. */
  void hangsUpAfterReading();

  /** How many sending requests arrived whole. */
  int messagesSeen();
}
