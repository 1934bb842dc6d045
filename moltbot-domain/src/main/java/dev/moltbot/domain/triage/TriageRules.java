package dev.moltbot.domain.triage;

import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Trait;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The rules that run before any model is asked. They are certain about mail that machines send to
 * many, and only guess about words that people write.
 */
public record TriageRules(Lists lists) {

  /** What mail of discussion lists is taken for. */
  public enum Lists {
    /** Something to read: nobody asked the owner. */
    FOR_INFORMATION,
    /** Like mail between two people. */
    LIKE_PEOPLE
  }

  /** Characters of a message the word rules look at; what matters is said early. */
  static final int MAX_SCANNED_CHARS = 4_000;

  /** Spam words that must meet before the rules are certain. */
  private static final int SPAM_WORDS = 2;

  private static final Pattern MACHINE_SENDER =
      Pattern.compile("(no-?reply|do-?not-?reply|mailer-daemon|postmaster|notifications?)@.*");

  private static final List<String> SPAM =
      List.of(
          "you have won",
          "lottery",
          "casino",
          "crypto giveaway",
          "claim your prize",
          "viagra",
          "double your",
          "wire transfer fee",
          "inheritance of",
          "click here to unsubscribe",
          "limited time offer",
          "100% free",
          "act now",
          "ви виграли",
          "казино",
          "вы выиграли");

  private static final List<String> URGENT =
      List.of(
          "urgent",
          "asap",
          "as soon as possible",
          "immediately",
          "emergency",
          "right away",
          "by tonight",
          "in an hour",
          "терміново",
          "негайно",
          "якнайшвидше",
          "срочно");

  private static final List<String> ASKING =
      List.of(
          "?",
          "could you",
          "can you",
          "would you",
          "please",
          "let me know",
          "get back to me",
          "waiting for your",
          "будь ласка",
          "чи можеш",
          "чи зможеш",
          "дай знати",
          "пожалуйста");

  /** The category by rule, and whether it is beyond doubt. */
  public Triage apply(InboundMessage message) {
    if (message.has(Trait.FROM_OWNER)) {
      return Triage.certain(Category.FYI, "written by the owner");
    }
    if (message.has(Trait.BULK)) {
      return Triage.certain(Category.FYI, "sent to many");
    }
    if (message.has(Trait.DISCUSSION) && lists == Lists.FOR_INFORMATION) {
      return Triage.certain(Category.FYI, "sent to a discussion list");
    }
    if (message.has(Trait.AUTOMATED) || sentByMachine(message)) {
      return Triage.certain(Category.FYI, "sent by a program");
    }
    if (message.content().text().isBlank() && message.content().subject().isBlank()) {
      return Triage.certain(Category.FYI, "no words in it");
    }
    return byWords(scanned(message));
  }

  private static Triage byWords(String words) {
    if (hits(words, SPAM) >= SPAM_WORDS) {
      return Triage.certain(Category.SPAM, "several spam phrases");
    }
    if (hits(words, URGENT) > 0) {
      return Triage.guess(Category.URGENT, "says that it is urgent");
    }
    if (hits(words, ASKING) > 0) {
      return Triage.guess(Category.NEEDS_REPLY, "asks for something");
    }
    return Triage.guess(Category.FYI, "asks for nothing");
  }

  private static boolean sentByMachine(InboundMessage message) {
    String address = message.sender().address().value().toLowerCase(Locale.ROOT);
    return MACHINE_SENDER.matcher(address).matches();
  }

  private static String scanned(InboundMessage message) {
    String all = message.content().subject().reveal() + "\n" + message.content().text().reveal();
    String head = all.substring(0, Math.min(all.length(), MAX_SCANNED_CHARS));
    return Normalizer.normalize(head, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private static long hits(String words, List<String> phrases) {
    return phrases.stream().filter(words::contains).count();
  }
}
