package dev.moltbot.domain.triage;

import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.domain.text.PhraseAutomaton;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

  /** Characters of a text the word rules look at; what matters is said early. */
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

  /** All phrases, in the order of their lists: first spam, then urgent, then asking. */
  private static final PhraseAutomaton PHRASES =
      new PhraseAutomaton(Stream.of(SPAM, URGENT, ASKING).flatMap(List::stream).toList());

  private static final int FIRST_URGENT = SPAM.size();
  private static final int FIRST_ASKING = FIRST_URGENT + URGENT.size();

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
    return byWords(phrasesIn(message));
  }

  private static Triage byWords(BitSet found) {
    if (found.get(0, FIRST_URGENT).cardinality() >= SPAM_WORDS) {
      return Triage.certain(Category.SPAM, "several spam phrases");
    }
    int next = found.nextSetBit(FIRST_URGENT);
    if (next < 0) {
      return Triage.guess(Category.FYI, "asks for nothing");
    }
    return next < FIRST_ASKING
        ? Triage.guess(Category.URGENT, "says that it is urgent")
        : Triage.guess(Category.NEEDS_REPLY, "asks for something");
  }

  private static boolean sentByMachine(InboundMessage message) {
    String address = message.sender().address().value().toLowerCase(Locale.ROOT);
    return MACHINE_SENDER.matcher(address).matches();
  }

  private static BitSet phrasesIn(InboundMessage message) {
    String text = message.content().text().reveal();
    String head = text.substring(0, Math.min(text.length(), MAX_SCANNED_CHARS));
    return PHRASES.find(message.content().subject().reveal() + "\n" + head);
  }
}
