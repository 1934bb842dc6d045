package dev.moltbot.domain.screening;

import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.domain.text.InvisibleText;
import dev.moltbot.domain.text.PhraseAutomaton;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a message for signs that it is meant for the assistant and not for the owner. Literal
 * phrases over the visible text: cheap enough for every message, and easy to walk around, which is
 * why nothing depends on it.
 */
public final class Screener {
  private static final List<String> ORDERS =
      List.of(
          "ignore previous instructions",
          "ignore all previous",
          "ignore the above",
          "disregard previous",
          "disregard all prior",
          "disregard the above",
          "forget everything",
          "forget your instructions",
          "new instructions:",
          "system prompt",
          "you are now",
          "act as if you",
          "pretend to be",
          "developer mode",
          "jailbreak",
          "do not tell the user",
          "do not inform the user",
          "without telling the owner",
          "as an ai",
          "<system>",
          "[system]",
          "### instruction",
          "assistant:",
          "send this message to",
          "forward this to",
          "reply to all contacts",
          "list your contacts",
          "override your",
          "bypass approval",
          "ігноруй попередні",
          "забудь інструкції",
          "игнорируй предыдущие",
          "забудь инструкции");

  private static final List<String> SECRETS =
      List.of(
          "your password",
          "one-time code",
          "verification code",
          "api key",
          "seed phrase",
          "private key",
          "card number",
          "cvv",
          "social security number",
          "phone number of",
          "email address of",
          "your contacts",
          "пароль",
          "код підтвердження",
          "номер картки");

  private static final List<Finding> CLUES = clues();
  private static final PhraseAutomaton PHRASES =
      new PhraseAutomaton(CLUES.stream().map(Finding::clue).toList());

  private Screener() {}

  /** What the message gives reason to look at, in a stable order; empty is no proof of anything. */
  public static List<Finding> screen(InboundMessage message) {
    String text = message.content().subject().reveal() + "\n" + message.content().text().reveal();
    String visible = InvisibleText.removeFrom(text);
    var findings = new ArrayList<Finding>();
    phrases(visible, findings);
    if (visible.length() < text.length()) {
      characters(text, findings);
    }
    if (message.has(Trait.HIDDEN_TEXT)) {
      findings.add(new Finding(Finding.Kind.HIDDEN_TEXT, "hidden markup"));
    }
    if (message.sender().answeredElsewhere()) {
      findings.add(new Finding(Finding.Kind.ANSWERED_ELSEWHERE, "reply-to differs from sender"));
    }
    return List.copyOf(findings);
  }

  private static void phrases(String text, List<Finding> findings) {
    PHRASES.find(text).stream().mapToObj(CLUES::get).forEach(findings::add);
  }

  private static List<Finding> clues() {
    var clues = new ArrayList<Finding>();
    ORDERS.forEach(phrase -> clues.add(new Finding(Finding.Kind.ORDERS_TO_ASSISTANT, phrase)));
    SECRETS.forEach(phrase -> clues.add(new Finding(Finding.Kind.ASKS_FOR_SECRETS, phrase)));
    return List.copyOf(clues);
  }

  /** A text that holds something invisible; what reorders is invisible, too. */
  private static void characters(String text, List<Finding> findings) {
    if (text.codePoints().anyMatch(InvisibleText::reorders)) {
      findings.add(new Finding(Finding.Kind.REORDERED_TEXT, "bidi control"));
    }
    findings.add(new Finding(Finding.Kind.INVISIBLE_CHARACTERS, "default-ignorable character"));
  }
}
