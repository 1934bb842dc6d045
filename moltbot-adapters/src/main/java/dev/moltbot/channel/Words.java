package dev.moltbot.channel;

import dev.moltbot.card.Pieces;
import dev.moltbot.domain.message.Content;
import dev.moltbot.domain.message.UntrustedText;
import org.jspecify.annotations.Nullable;

/**
 * What someone wrote in a chat, within the program's limits; never cut through a letter.
 *
 * @param truncated whether something was left out
 */
public record Words(UntrustedText text, boolean truncated) {
  /** Longest name kept, in UTF-16 units. */
  public static final int MAX_NAME_CHARS = 200;

  /** The text of a message; absent is empty. */
  public static Words ofText(@Nullable String theirs) {
    return within(theirs, Content.MAX_TEXT_CHARS);
  }

  /** What someone calls themselves; absent is empty. */
  public static UntrustedText ofName(@Nullable String theirs) {
    return within(theirs, MAX_NAME_CHARS).text();
  }

  private static Words within(@Nullable String theirs, int max) {
    if (theirs == null || theirs.isEmpty()) {
      return new Words(UntrustedText.NONE, false);
    }
    String kept = theirs.length() <= max ? theirs : Pieces.of(theirs, max).getFirst();
    return new Words(new UntrustedText(kept), kept.length() < theirs.length());
  }
}
