package dev.moltbot.domain.draft;

import dev.moltbot.domain.message.Conversation;

/**
 * What the drafter gets, and all that it gets. Instructions are ours; everything else was written
 * by strangers and stays {@code UntrustedText}.
 *
 * @param instruction the owner's own wish for this draft, or empty
 * @param previous the draft the owner wants rewritten, or empty
 * @param limit longest reply the channel takes
 */
public record DraftRequest(
    Conversation conversation, String instruction, String previous, TextLimit limit) {
  /** Longest instruction, in UTF-16 units. */
  public static final int MAX_INSTRUCTION_CHARS = 2_000;

  public DraftRequest {
    if (instruction.length() > MAX_INSTRUCTION_CHARS) {
      throw new IllegalArgumentException(
          "instruction is " + instruction.length() + " chars, limit " + MAX_INSTRUCTION_CHARS);
    }
  }

  /** Neither the conversation nor the words asked for. */
  @Override
  public String toString() {
    return "DraftRequest[" + conversation.id() + "]";
  }
}
