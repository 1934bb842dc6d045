package dev.moltbot.card;

import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the owner meant by a typed message. A verdict word counts only when it is the whole message,
 * because "no problem, see you" is an answer to somebody and not a rejection. "Yes" is on purpose
 * no verdict word: it is the commonest answer there is.
 */
public sealed interface OwnerWords {

  /** The draft may go out as shown. */
  record Approve() implements OwnerWords {}

  /** The draft went out by the owner's hand. */
  record SentByHand() implements OwnerWords {}

  /** Nothing is to be sent. */
  record Reject() implements OwnerWords {}

  /** Ask again some time. */
  record Later() implements OwnerWords {}

  /** Draft anew; the instruction is blank when the owner gave none. */
  record Rewrite(String instruction) implements OwnerWords {}

  /** The owner's own words, exactly as typed. */
  record Own(String text) implements OwnerWords {}

  /** The verdict words of both languages; lower case, without punctuation. */
  Map<String, Supplier<OwnerWords>> VERDICTS =
      Map.ofEntries(
          Map.entry("approve", Approve::new),
          Map.entry("approved", Approve::new),
          Map.entry("дозволяю", Approve::new),
          Map.entry("схвалюю", Approve::new),
          Map.entry("sent", SentByHand::new),
          Map.entry("sent it", SentByHand::new),
          Map.entry("i sent it", SentByHand::new),
          Map.entry("надіслано", SentByHand::new),
          Map.entry("надіслав", SentByHand::new),
          Map.entry("надіслала", SentByHand::new),
          Map.entry("no", Reject::new),
          Map.entry("reject", Reject::new),
          Map.entry("ні", Reject::new),
          Map.entry("відхиляю", Reject::new),
          Map.entry("later", Later::new),
          Map.entry("пізніше", Later::new));

  /** Understands one message, in English or Ukrainian, whatever its case. */
  static OwnerWords of(String typed) {
    String words = typed.strip();
    Supplier<OwnerWords> verdict = VERDICTS.get(bare(words));
    if (verdict != null) {
      return verdict.get();
    }
    int end = endOfFirstWord(words);
    return switch (bare(words.substring(0, end))) {
      case "rewrite", "перепиши" -> new Rewrite(instruction(words.substring(end)));
      default -> new Own(typed);
    };
  }

  private static int endOfFirstWord(String words) {
    int end = 0;
    while (end < words.length() && Character.isLetter(words.charAt(end))) {
      end++;
    }
    return end;
  }

  /** "rewrite: shorter" and "rewrite - shorter" both ask for "shorter". */
  private static String instruction(String rest) {
    return rest.replaceFirst("^[\\s:,.!–—-]+", "").strip();
  }

  /** A question mark stays: "approve?" asks, and an asked question is not a yes. */
  private static String bare(String word) {
    return word.toLowerCase(Locale.ROOT).replaceFirst("[\\s.!,…]+$", "");
  }
}
