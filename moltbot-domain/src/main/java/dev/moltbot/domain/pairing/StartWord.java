package dev.moltbot.domain.pairing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * The word of a one-time link. Whoever sends it to the bot stood at the terminal, or was given it
 * there. A class and not a record: nothing prints it but who shows the link.
 */
public final class StartWord {
  /** How much chance is in it. */
  public static final int BYTES = 32;

  /** Its length in characters, all of them fit for a link. */
  public static final int CHARS = 43;

  /** What Telegram puts before the word when a link is followed. */
  private static final String COMMAND = "/start ";

  private final String word;

  private StartWord(String word) {
    this.word = word;
  }

  /** The word of these random bytes. */
  public static StartWord of(byte[] random) {
    if (random.length != BYTES) {
      throw new IllegalArgumentException("a start word takes " + BYTES + " random bytes");
    }
    return new StartWord(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  /** Whether a message says exactly this; takes as long however much of it is right. */
  public boolean isSaidBy(String message) {
    byte[] wanted = (COMMAND + word).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(wanted, message.getBytes(StandardCharsets.UTF_8));
  }

  /** The word itself, for the link. */
  public String reveal() {
    return word;
  }

  @Override
  public String toString() {
    return "***";
  }
}
