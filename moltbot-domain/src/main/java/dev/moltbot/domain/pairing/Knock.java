package dev.moltbot.domain.pairing;

import dev.moltbot.domain.message.UntrustedText;

/**
 * Something that reached the control bot while it has no owner.
 *
 * @param number the service's own running number of it
 * @param user who sent it; 0 where nobody is named
 * @param stranger a name for that user that tells nothing about who it is, for the record
 * @param name what the user calls themselves
 * @param words what they wrote; empty where it has no words
 */
public record Knock(
    long number,
    Manner manner,
    long user,
    String stranger,
    UntrustedText name,
    UntrustedText words) {

  /** How it came. */
  public enum Manner {
    /** Typed, by a person, in their own chat with the bot. The only one that can count. */
    IN_PRIVATE("a message"),
    IN_A_GROUP("a message in a group"),
    FORWARDED("a forwarded message"),
    EDITED("an edited message"),
    OTHERWISE("something else than a message");

    private final String words;

    Manner(String words) {
      this.words = words;
    }

    /** In words for the record. */
    public String words() {
      return words;
    }
  }
}
