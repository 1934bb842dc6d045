package dev.moltbot.port;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.UntrustedText;
import java.time.Duration;
import java.util.stream.Collectors;

/**
 * The owner, as seen by the program: shows cards, hears verdicts. Keeps no state of its own: what a
 * button means is settled in the stores.
 *
 * <p><b>Threading.</b> Thread-safe; {@link #listen} is called by one thread at a time.
 *
 * <p><b>Errors.</b> Everything the world can do is a value. An exception is a bug.
 */
public interface ApprovalDesk {

  /** Names the desk where cursors, audit and alerts speak of it. */
  AccountId account();

  /** Shows a card with its buttons. Showing one twice is harmless: the first answer counts. */
  DeskResult ask(Card card);

  /** Rewrites a shown card to what became of it, and takes its buttons away. */
  DeskResult close(ShownCard where, Card card, CardState state);

  /** Shows the program's own words: an alert, an answer to a command. */
  DeskResult tell(String words);

  /**
   * Shows words that are not the program's own, under some that are. They appear as a quotation:
   * not formatted, nothing in them a link or a command.
   */
  default DeskResult tell(String words, UntrustedText quoted) {
    String lines =
        quoted.reveal().lines().map(line -> "  | " + line).collect(Collectors.joining("\n"));
    return tell(words + "\n" + lines);
  }

  /**
   * Waits for the owner.
   *
   * @param from where to go on; asking from a later cursor tells the desk to forget what is before
   * @param wait longest time to wait when there is nothing, at most 50 seconds
   */
  Heard listen(Cursor from, Duration wait);

  /** Tells the owner at once that a button was noticed. Best effort. */
  void acknowledge(String tap, String words);
}
