package dev.moltbot.domain.screening;

/**
 * Something about a message that the owner should see before answering.
 *
 * @param clue which of our own patterns hit; never words of the message
 */
public record Finding(Kind kind, String clue) {

  /** What the text seems to be up to. */
  public enum Kind {
    /** Tries to give the assistant orders. */
    ORDERS_TO_ASSISTANT,
    /** Asks for passwords, keys, codes or other people's data. */
    ASKS_FOR_SECRETS,
    /** Holds characters that cannot be seen. */
    INVISIBLE_CHARACTERS,
    /** Holds characters that reorder what is seen. */
    REORDERED_TEXT,
    /** Held text that a person would not have seen. */
    HIDDEN_TEXT,
    /** An answer would go to another address than the one that wrote. */
    ANSWERED_ELSEWHERE
  }
}
