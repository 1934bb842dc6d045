package dev.moltbot.adapter.console;

import dev.moltbot.card.OwnerWords;
import dev.moltbot.domain.approval.Verdict;
import dev.moltbot.domain.draft.DraftText;
import dev.moltbot.port.Card;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for one card at a time until the answer is a verdict. */
final class Prompt {
  private static final String QUESTION =
      "[a]pprove  [n]o  [r]ewrite HOW  [e]dit  [l]ater  [q]uit > ";
  private static final String HOW_TO_EDIT =
      "Your own words; end with a line that holds only a full stop.";
  private static final String END_OF_WORDS = ".";

  private final CardPrinter printer;
  private final BufferedReader in;
  private final boolean approveAll;
  private boolean left;

  Prompt(CardPrinter printer, BufferedReader in, boolean approveAll) {
    this.printer = printer;
    this.in = in;
    this.approveAll = approveAll;
  }

  /** Whether answers come without a person, so that there is no reason to wait between cards. */
  boolean answersByItself() {
    return approveAll || left;
  }

  /** Shows the card and brings the owner's verdict on it. */
  Verdict verdict(Card card) {
    if (left) {
      return new Verdict.Later();
    }
    printer.print(card);
    if (approveAll) {
      printer.say("Approved (you said yes to all)");
      return new Verdict.Approve();
    }
    Optional<Verdict> verdict = Optional.empty();
    while (verdict.isEmpty()) {
      printer.prompt(QUESTION);
      String line = read();
      verdict = line == null ? leave() : understood(line.strip());
    }
    return verdict.get();
  }

  private Optional<Verdict> understood(String line) {
    return switch (line.toLowerCase(Locale.ROOT)) {
      case "a" -> Optional.of(new Verdict.Approve());
      case "n" -> Optional.of(new Verdict.Reject());
      case "r" -> Optional.of(new Verdict.Rewrite(""));
      case "e" -> edited();
      case "l" -> Optional.of(new Verdict.Later());
      case "q" -> leave();
      default -> words(line);
    };
  }

  private Optional<Verdict> words(String line) {
    OwnerWords meant = OwnerWords.of(line.startsWith("r ") ? "rewrite " + line.substring(2) : line);
    return switch (meant) {
      case OwnerWords.Approve a -> Optional.of(new Verdict.Approve());
      case OwnerWords.Reject r -> Optional.of(new Verdict.Reject());
      case OwnerWords.Later l -> Optional.of(new Verdict.Later());
      case OwnerWords.Rewrite(var instruction) -> Optional.of(new Verdict.Rewrite(instruction));
      case OwnerWords.Own own -> again("Not understood, nothing was done.");
    };
  }

  private Optional<Verdict> edited() {
    printer.say(HOW_TO_EDIT);
    StringBuilder words = new StringBuilder();
    for (String line = read(); !END_OF_WORDS.equals(line); line = read()) {
      if (line == null) {
        return leave();
      }
      words.append(line).append('\n');
    }
    return DraftText.fits(words.toString())
        ? Optional.of(new Verdict.Replace(DraftText.of(words.toString())))
        : again("Empty or too long, nothing was done.");
  }

  private Optional<Verdict> again(String why) {
    printer.say(why);
    return Optional.empty();
  }

  /** From now on everything is for later: nobody is there to answer. */
  private Optional<Verdict> leave() {
    left = true;
    printer.say("Left for later.");
    return Optional.of(new Verdict.Later());
  }

  private @Nullable String read() {
    try {
      return in.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException("the terminal cannot be read", e);
    }
  }
}
