package dev.moltbot.app.runtime;

import dev.moltbot.adapter.desk.DeskConfig;
import dev.moltbot.domain.approval.ApprovalPolicy;
import dev.moltbot.domain.approval.QuietHours;
import dev.moltbot.domain.draft.ReplyPolicy;
import dev.moltbot.domain.triage.TriageRules;
import dev.moltbot.setting.Setting;
import dev.moltbot.setting.Settings;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/**
 * How fast things go, and how long they are good for.
 *
 * @param poll longest time between two looks for new messages on one account
 * @param betweenLooks time between two look-ups of a send of unknown outcome
 */
public record Pace(
    Duration poll,
    Duration betweenLooks,
    ReplyPolicy replies,
    ApprovalPolicy approvals,
    TriageRules rules) {
  static final Setting POLL =
      Setting.optional("MOLTBOT_POLL", "How often channels are asked for new messages.", "20s");
  static final Setting SETTLE =
      Setting.optional(
          "MOLTBOT_SETTLE", "How long a conversation must be quiet before a draft.", "30s");
  static final Setting MAX_AGE =
      Setting.optional("MOLTBOT_MAX_AGE", "Older messages get no draft.", "3d");
  static final Setting CARD_LIFETIME =
      Setting.optional("MOLTBOT_CARD_LIFETIME", "How long you have to answer a card.", "1d");
  static final Setting LATER =
      Setting.optional("MOLTBOT_LATER", "How long the button Later waits.", "1h");
  static final Setting BETWEEN_LOOKS =
      Setting.optional(
          "MOLTBOT_LOOK_AGAIN",
          "Time between two looks for a message whose sending ended in doubt.",
          "60s");

  static final Setting LISTS =
      Setting.optional(
          "MOLTBOT_ANSWER_LISTS", "Whether mail of discussion lists gets drafts: yes or no.", "no");

  static final Setting DAILY_DRAFTS =
      Setting.optional(
          "MOLTBOT_DAILY_DRAFTS", "Most drafts in 24 hours, for your time and your bill.", "100");
  static final Setting QUIET =
      Setting.optional(
          "MOLTBOT_QUIET", "When no card is shown, such as 22:00-07:30. Not set: never.", "");

  static final List<Setting> SETTINGS =
      List.of(
          POLL, SETTLE, MAX_AGE, DAILY_DRAFTS, CARD_LIFETIME, LATER, QUIET, BETWEEN_LOOKS, LISTS);

  /** As a run has it when nothing is set. */
  public static final Pace DEFAULT = from(new Settings(Map.of()));

  /** For the demo: everything at once, and a mailbox may be as old as it likes. */
  public static final Pace DEMO =
      new Pace(
          Duration.ofMillis(10),
          Duration.ofSeconds(1),
          new ReplyPolicy(Duration.ZERO, Duration.ofDays(365_000)),
          ApprovalPolicy.DEFAULT,
          new TriageRules(TriageRules.Lists.LIKE_PEOPLE));

  /** The same with another policy about when to draft. */
  public Pace with(ReplyPolicy policy) {
    return new Pace(poll, betweenLooks, policy, approvals, rules);
  }

  /** The same with another policy about questions and answers. */
  public Pace with(ApprovalPolicy policy) {
    return new Pace(poll, betweenLooks, replies, policy, rules);
  }

  static Pace from(Settings settings) {
    Duration settle = settings.duration(SETTLE);
    Duration maxAge = settings.duration(MAX_AGE);
    if (maxAge.compareTo(settle) <= 0) {
      settings.problem(MAX_AGE, "must be longer than " + SETTLE.key());
      maxAge = settle.plusDays(1);
    }
    return new Pace(
        settings.duration(POLL),
        settings.duration(BETWEEN_LOOKS),
        new ReplyPolicy(settle, maxAge, dailyDrafts(settings)),
        new ApprovalPolicy(
            settings.duration(CARD_LIFETIME),
            ApprovalPolicy.DEFAULT.yesLifetime(),
            settings.duration(LATER),
            quiet(settings)),
        rules(settings));
  }

  /** What messages are taken for. */
  public static TriageRules rules(Settings settings) {
    return new TriageRules(lists(settings));
  }

  private static long dailyDrafts(Settings settings) {
    long drafts = settings.number(DAILY_DRAFTS);
    if (drafts < 1) {
      settings.problem(DAILY_DRAFTS, "must be at least 1; moltbot pause stops everything");
    }
    return Math.max(1, drafts);
  }

  /** In the time zone of the cards. */
  private static QuietHours quiet(Settings settings) {
    String[] times = settings.text(QUIET).split("-", -1);
    if (times.length != 2) {
      if (settings.has(QUIET)) {
        settings.problem(QUIET, "is not two times such as 22:00-07:30");
      }
      return QuietHours.NEVER;
    }
    try {
      return new QuietHours(
          LocalTime.parse(times[0].strip()),
          LocalTime.parse(times[1].strip()),
          DeskConfig.from(settings).zone());
    } catch (DateTimeParseException e) {
      settings.problem(QUIET, "is not two times such as 22:00-07:30");
      return QuietHours.NEVER;
    }
  }

  private static TriageRules.Lists lists(Settings settings) {
    return switch (settings.text(LISTS)) {
      case "yes" -> TriageRules.Lists.LIKE_PEOPLE;
      case "no" -> TriageRules.Lists.FOR_INFORMATION;
      default -> {
        settings.problem(LISTS, "is neither yes nor no");
        yield TriageRules.Lists.FOR_INFORMATION;
      }
    };
  }
}
