package dev.moltbot.domain.draft;

import dev.moltbot.domain.message.Conversation;
import java.util.List;

/**
 * What the drafter gets, and all that it gets. Instructions are ours; everything else was written
 * by strangers and stays {@code UntrustedText}.
 *
 * @param instruction the owner's own wish for this draft, or empty
 * @param previous the draft the owner wants rewritten, or empty
 * @param limit longest reply the channel takes
 * @param context what sources of the owner's own know; as little to be obeyed as the conversation
 */
public record DraftRequest(
    Conversation conversation,
    String instruction,
    String previous,
    TextLimit limit,
    List<ContextQuote> context) {
  /** Longest instruction, in UTF-16 units. */
  public static final int MAX_INSTRUCTION_CHARS = 2_000;

  /** Most quotations of context. */
  public static final int MAX_QUOTES = 8;

  public DraftRequest {
    context = List.copyOf(context);
    if (instruction.length() > MAX_INSTRUCTION_CHARS) {
      throw new IllegalArgumentException(
          "instruction is " + instruction.length() + " chars, limit " + MAX_INSTRUCTION_CHARS);
    }
    if (context.size() > MAX_QUOTES) {
      throw new IllegalArgumentException(context.size() + " quotations, limit " + MAX_QUOTES);
    }
  }

  /** Without context. */
  public DraftRequest(
      Conversation conversation, String instruction, String previous, TextLimit limit) {
    this(conversation, instruction, previous, limit, List.of());
  }

  /** Neither the conversation nor the words asked for. */
  @Override
  public String toString() {
    return "DraftRequest[" + conversation.id() + "]";
  }
}
