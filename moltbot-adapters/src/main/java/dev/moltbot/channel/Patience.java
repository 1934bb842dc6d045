package dev.moltbot.channel;

/**
 * Counts failures in a row of one message. One that fails time and again while the service answers
 * about it otherwise must not keep all others waiting for ever. Used by one thread.
 */
public final class Patience {
  /** Tries before a message is set aside; with the pauses between them some minutes. */
  public static final int MAX_TRIES = 20;

  private String failing = "";
  private int tries;

  /** Notes one failure; true when that was the last that is waited for. */
  public boolean isOver(String id) {
    tries = id.equals(failing) ? tries + 1 : 1;
    failing = id;
    return tries >= MAX_TRIES;
  }
}
