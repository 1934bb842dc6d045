package dev.moltbot.adapter.console;

import dev.moltbot.card.CardPiece;
import dev.moltbot.card.CardScript;
import dev.moltbot.card.CardWords;
import dev.moltbot.card.VisibleText;
import dev.moltbot.port.Card;
import dev.moltbot.port.CardState;
import java.io.PrintStream;
import java.time.ZoneId;

/** Prints cards as plain text. Nothing a stranger wrote can reach the terminal as a command. */
final class CardPrinter {
  private static final String BOLD = "\u001B[1m";
  private static final String PLAIN = "\u001B[0m";
  private static final String RULE = "-".repeat(72);

  private final PrintStream out;
  private final boolean colours;
  private final ZoneId zone;

  CardPrinter(PrintStream out, boolean colours, ZoneId zone) {
    this.out = out;
    this.colours = colours;
    this.zone = zone;
  }

  void print(Card card) {
    StringBuilder text = new StringBuilder(RULE).append('\n');
    for (CardPiece piece : CardScript.of(card, zone)) {
      text.append(printed(piece));
    }
    out.println(text);
  }

  void print(Card card, CardState state) {
    out.println(card.request().digest().abbreviated() + ": " + CardWords.state(state, zone));
  }

  void say(String words) {
    out.println(VisibleText.of(words));
  }

  void prompt(String words) {
    out.print(words);
    out.flush();
  }

  private String printed(CardPiece piece) {
    return switch (piece) {
      case CardPiece.Own(var words) -> words;
      case CardPiece.Strong(var words) -> colours ? bold(words) : words;
      case CardPiece.Value(var words) -> words;
      case CardPiece.Copy(var words) -> "\n\n" + words + "\n";
      case CardPiece.Block(var words) -> "  | " + words.replace("\n", "\n  | ");
    };
  }

  private static String bold(String words) {
    return BOLD + words + PLAIN;
  }
}
