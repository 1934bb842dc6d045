package dev.moltbot.adapter.template;

import dev.moltbot.domain.draft.Assessment;
import dev.moltbot.domain.draft.DraftRequest;
import dev.moltbot.domain.draft.DraftText;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.domain.triage.Category;
import dev.moltbot.domain.triage.TriageRules;
import dev.moltbot.port.DraftResult;
import dev.moltbot.port.Drafter;
import java.util.Locale;

/** Answers by rule: what the message is, in which language, and one of a few sentences. */
final class TemplateDrafter implements Drafter {
  /** Whoever asks for a draft has settled already that lists get one. */
  private static final TriageRules RULES = new TriageRules(TriageRules.Lists.LIKE_PEOPLE);

  private static final int SUMMARY_CHARS = 200;

  @Override
  public String name() {
    return "built-in template, no model";
  }

  @Override
  public DraftResult draft(DraftRequest request) {
    InboundMessage latest = request.conversation().latest();
    Category category = RULES.apply(latest).category();
    Language language = Language.of(latest.content().text().reveal());
    var assessment =
        new Assessment(
            category,
            summary(latest),
            language.tag(),
            new UntrustedText("Written from a template: no model has read this message."),
            false);
    return category.deservesDraft() || !request.previous().isEmpty()
        ? new DraftResult.Drafted(assessment, reply(request, latest, category, language))
        : new DraftResult.NoReply(assessment);
  }

  private static DraftText reply(
      DraftRequest request, InboundMessage latest, Category category, Language language) {
    String greeting = language.greeting(firstName(latest));
    String body = category == Category.URGENT ? language.urgent() : language.calm();
    String again = request.previous().isEmpty() ? "" : "\n" + language.again();
    return DraftText.of(greeting + "\n" + body + again);
  }

  /** One word of the name they gave, letters only, so that nothing else of theirs is sent back. */
  private static String firstName(InboundMessage latest) {
    String name = latest.sender().name().reveal().strip().split("[\\s,<(]", 2)[0];
    return name.matches("[\\p{L}'’-]{2,20}") ? name : "";
  }

  private static UntrustedText summary(InboundMessage latest) {
    String line = latest.content().text().reveal().strip().replaceAll("\\s+", " ");
    if (line.length() <= SUMMARY_CHARS) {
      return new UntrustedText(line);
    }
    int end = Character.isHighSurrogate(line.charAt(SUMMARY_CHARS - 1)) ? 1 : 0;
    return new UntrustedText(line.substring(0, SUMMARY_CHARS - end) + "…");
  }

  /** The few sentences there are. */
  private enum Language {
    ENGLISH(
        "en",
        "Hello",
        "I have seen this and will get back to you within the hour.",
        "Thank you for your message. I will answer properly later today.",
        "If it cannot wait, please call me."),
    UKRAINIAN(
        "uk",
        "Вітаю",
        "Бачу, що це терміново. Відповім протягом години.",
        "Дякую за повідомлення. Відповім докладно сьогодні пізніше.",
        "Якщо не може чекати, зателефонуйте мені."),
    GERMAN(
        "de",
        "Guten Tag",
        "Ich habe das gesehen und melde mich innerhalb einer Stunde.",
        "Vielen Dank für die Nachricht. Ich antworte heute noch ausführlich.",
        "Wenn es nicht warten kann, rufen Sie bitte an.");

    private final String tag;
    private final String hello;
    private final String urgent;
    private final String calm;
    private final String again;

    Language(String tag, String hello, String urgent, String calm, String again) {
      this.tag = tag;
      this.hello = hello;
      this.urgent = urgent;
      this.calm = calm;
      this.again = again;
    }

    static Language of(String text) {
      String words = " " + text.toLowerCase(Locale.ROOT) + " ";
      if (words.matches("(?s).*[іїєґ].*")) {
        return UKRAINIAN;
      }
      return words.matches("(?s).* (und|bitte|nicht|ich|der|die|das) .*") ? GERMAN : ENGLISH;
    }

    String tag() {
      return tag;
    }

    String greeting(String name) {
      return name.isEmpty() ? hello + "," : hello + " " + name + ",";
    }

    String urgent() {
      return urgent;
    }

    String calm() {
      return calm;
    }

    String again() {
      return again;
    }
  }
}
