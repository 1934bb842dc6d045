package dev.moltbot.port;

import dev.moltbot.domain.draft.ContextQuote;
import java.util.List;

/**
 * A service of the owner's own that knows more than one conversation does. Changes nothing
 * anywhere, and is told nothing about anybody: no message, no name, no handle.
 *
 * <p><b>Threading.</b> Thread-safe; blocks.
 *
 * <p><b>Errors.</b> Everything the world can do is a {@link Missed}.
 *
 * <p><b>Limits.</b> Returns within 10 seconds, with at most {@link
 * dev.moltbot.domain.draft.DraftRequest#MAX_QUOTES} quotations.
 */
public interface ContextSource {

  /** What the owner calls it, and the record with them. */
  String name();

  /**
   * Asks for context.
   *
   * @param instruction what the owner typed for this draft, or empty; all that may leave
   */
  Context fetch(String instruction);

  /** What it said, and what it did not. */
  record Context(List<ContextQuote> quotes, List<Missed> missed) {

    public Context {
      quotes = List.copyOf(quotes);
      missed = List.copyOf(missed);
    }
  }

  /**
   * Something the draft has to do without.
   *
   * @param what a name of the owner's own, such as that of a tool
   * @param reason in the program's own words
   */
  record Missed(String what, String reason) {}
}
