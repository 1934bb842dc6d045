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
  private static final String QUESTION_BY_HAND =
      "[s]ent it  [n]o  [r]ewrite HOW  [e]dit  [l]ater  [q]uit > ";
  private static final String NOT_BY_ME =
      "I cannot send on this channel: copy the words, send them there, then say [s].";
  private static final String NOT_BY_HAND = "I send this one, once you approve it.";
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
      return unasked(card);
    }
    Optional<Verdict> verdict = Optional.empty();
    while (verdict.isEmpty()) {
      printer.prompt(card.byHand() ? QUESTION_BY_HAND : QUESTION);
      String line = read();
      verdict = line == null ? leave() : fitting(card, understood(line.strip()));
    }
    return verdict.get();
  }

  /** A yes to all is no word that anything was sent. */
  private Verdict unasked(Card card) {
    if (card.byHand()) {
      printer.say("Left for later: only you can send on this channel");
      return new Verdict.Later();
    }
    printer.say("Approved (you said yes to all)");
    return new Verdict.Approve();
  }

  private Optional<Verdict> fitting(Card card, Optional<Verdict> verdict) {
    if (card.byHand() && verdict.orElse(null) instanceof Verdict.Approve) {
      return again(NOT_BY_ME);
    }
    return !card.byHand() && verdict.orElse(null) instanceof Verdict.SentByHand
        ? again(NOT_BY_HAND)
        : verdict;
  }

  private Optional<Verdict> understood(String line) {
    return switch (line.toLowerCase(Locale.ROOT)) {
      case "a" -> Optional.of(new Verdict.Approve());
      case "s" -> Optional.of(new Verdict.SentByHand());
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
      case OwnerWords.SentByHand s -> Optional.of(new Verdict.SentByHand());
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
