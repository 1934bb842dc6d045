package dev.moltbot.flow;

import dev.moltbot.domain.alert.Alert;
import dev.moltbot.domain.draft.Assessment;
import dev.moltbot.domain.draft.Destination;
import dev.moltbot.domain.draft.Draft;
import dev.moltbot.domain.draft.DraftDigest;
import dev.moltbot.domain.draft.DraftRequest;
import dev.moltbot.domain.draft.DraftText;
import dev.moltbot.domain.draft.ReplyDecision;
import dev.moltbot.domain.draft.ReplyPolicy;
import dev.moltbot.domain.triage.Category;
import dev.moltbot.port.Alerts;
import dev.moltbot.port.Capabilities.Sending;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.Conversations;
import dev.moltbot.port.DraftResult;
import dev.moltbot.port.DraftTask;
import dev.moltbot.port.Drafter;
import dev.moltbot.port.Drafts;
import dev.moltbot.port.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Hop 2: asks for a draft where one is due. A crash while the drafter thinks costs the thinking,
 * nothing else: the claim runs out and the conversation is due again.
 */
public final class DraftReplies {
  /** Longer than any drafter may take. */
  static final Duration LEASE = Duration.ofMinutes(5);

  /** How long a stopped drafter is left alone. */
  static final Duration STOPPED_RETRY = Duration.ofMinutes(5);

  /** How long to wait when the day's drafts are used up. */
  static final Duration CAP_RETRY = Duration.ofMinutes(15);

  static final String DRAFTER_ALERT = "drafter";
  static final String CAP_ALERT = "daily drafts";

  private final Conversations conversations;
  private final Drafts drafts;
  private final Alerts alerts;
  private final Drafter drafter;
  private final ContextSources context;
  private final ReplyPolicy policy;
  private final Senders senders;
  private final Ids ids;
  private final InstantSource time;

  public DraftReplies(
      Conversations conversations,
      Drafts drafts,
      Alerts alerts,
      Drafter drafter,
      ContextSources context,
      ReplyPolicy policy,
      Senders senders,
      Ids ids,
      InstantSource time) {
    this.conversations = conversations;
    this.drafts = drafts;
    this.alerts = alerts;
    this.drafter = drafter;
    this.context = context;
    this.policy = policy;
    this.senders = senders;
    this.ids = ids;
    this.time = time;
  }

  /** Deals with one conversation that is due. */
  public Step draft() {
    return conversations
        .claimDue(LEASE, time.instant())
        .map(this::decide)
        .orElseGet(Step.Idle::new);
  }

  private Step decide(DraftTask task) {
    Optional<ChannelSender> found = senders.of(task.conversation().id().account());
    if (found.isEmpty()) {
      return withhold(task, task.triage().category(), "nothing can be sent from this account");
    }
    ChannelSender sender = found.get();
    if (task.rewrite()) {
      return inTime(task, sender) ? ask(task, sender) : tooLate(task, sender);
    }
    return switch (policy.decide(task.conversation(), task.triage(), time.instant())) {
      case ReplyDecision.Reply reply ->
          inTime(task, sender) ? askWithinTheDay(task, sender) : tooLate(task, sender);
      case ReplyDecision.Wait wait -> postpone(task, wait.until());
      case ReplyDecision.Ignore ignore -> withhold(task, task.triage().category(), ignore.reason());
    };
  }

  private boolean inTime(DraftTask task, ChannelSender sender) {
    return time.instant().isBefore(answerBy(task, sender));
  }

  private static Instant answerBy(DraftTask task, ChannelSender sender) {
    return sender.window().closes(task.conversation().latest().sentAt());
  }

  /** A draft nobody may send would only raise a hope; the owner can still answer in the app. */
  private Step tooLate(DraftTask task, ChannelSender sender) {
    String reason = "the channel takes replies for " + sender.window() + " only";
    String about = task.conversation().latest().id().toString();
    String words =
        "No draft for a message on "
            + sender.account().channel()
            + ": it takes replies for "
            + sender.window()
            + " after a message, and that time is over. The message is kept; answer it in the app.";
    String key = "window " + DraftDigest.of(about).abbreviated();
    alerts.raise(new Alert(Alert.Kind.WINDOW_CLOSED, key, words), time.instant());
    return withhold(task, task.triage().category(), reason);
  }

  /** What the owner asks for is never capped; what strangers send is. */
  private Step askWithinTheDay(DraftTask task, ChannelSender sender) {
    Instant now = time.instant();
    if (drafts.proposedSince(now.minus(ReplyPolicy.DAY)) < policy.dailyDrafts()) {
      alerts.clear(CAP_ALERT, now);
      return ask(task, sender);
    }
    String words =
        "There were "
            + policy.dailyDrafts()
            + " drafts in the last 24 hours, which is the limit you set. Messages are still read"
            + " and kept; drafts go on as the day moves on.";
    alerts.raise(new Alert(Alert.Kind.CAP_REACHED, CAP_ALERT, words), now);
    return backOff(task, CAP_RETRY, "the daily limit of drafts is reached");
  }

  private Step ask(DraftTask task, ChannelSender sender) {
    ContextSources.Fetched known = context.fetch(task.instruction());
    var request =
        new DraftRequest(
            task.conversation(),
            task.instruction(),
            task.previous(),
            sender.limit(),
            known.quotes());
    return switch (drafter.draft(request)) {
      case DraftResult.Drafted drafted -> {
        alerts.clear(DRAFTER_ALERT, time.instant());
        yield propose(task, drafted, drafter.name() + known.remark(), sender);
      }
      case DraftResult.NoReply none ->
          decline(task, categoryOf(task, none.assessment()), "nothing to answer");
      case DraftResult.Declined declined ->
          decline(task, task.triage().category(), declined.reason());
      case DraftResult.Unavailable not -> backOff(task, not.retryAfter(), not.reason());
      case DraftResult.Stopped stopped -> stop(task, stopped);
    };
  }

  private Step propose(
      DraftTask task, DraftResult.Drafted drafted, String author, ChannelSender sender) {
    Assessment assessment = drafted.assessment();
    DraftText reply = drafted.reply();
    Category category = categoryOf(task, assessment);
    if (!task.rewrite() && !category.deservesDraft()) {
      return withhold(task, category, "the drafter sees no need for an answer");
    }
    if (!sender.limit().allows(reply)) {
      return decline(task, category, "the draft is longer than the channel's " + sender.limit());
    }
    var answering = task.conversation().latest();
    var draft = new Draft(ids.draft(), answering.id(), Destination.answering(answering), reply);
    drafts.propose(
        task, draft, assessment.as(category), author, terms(task, sender), time.instant());
    return new Step.Worked();
  }

  private static Drafts.Terms terms(DraftTask task, ChannelSender sender) {
    return new Drafts.Terms(
        answerBy(task, sender), sender.byHand() ? Sending.BY_HAND : Sending.DIRECT);
  }

  /** A certain rule outranks a model that read the message. */
  private static Category categoryOf(DraftTask task, Assessment assessment) {
    return task.triage().certain() ? task.triage().category() : assessment.category();
  }

  /** No draft can be made; an owner who asked for one has to know. */
  private Step decline(DraftTask task, Category category, String reason) {
    if (task.rewrite()) {
      String words = "No new draft could be made: " + reason + ". Nothing was sent.";
      Instant now = time.instant();
      alerts.raise(new Alert(Alert.Kind.DRAFT_FAILED, "rewrite " + task.lease(), words), now);
    }
    return withhold(task, category, reason);
  }

  private Step withhold(DraftTask task, Category category, String reason) {
    drafts.withhold(task, category, reason, time.instant());
    return new Step.Worked();
  }

  private Step postpone(DraftTask task, Instant until) {
    conversations.postpone(task, new ReplyDecision.Wait(until));
    return new Step.Worked();
  }

  private Step backOff(DraftTask task, Duration delay, String reason) {
    postpone(task, time.instant().plus(delay));
    return new Step.BackOff(delay, reason);
  }

  private Step stop(DraftTask task, DraftResult.Stopped stopped) {
    String words =
        "Drafting stopped: " + stopped.reason() + ". No message was lost. " + stopped.remedy();
    alerts.raise(new Alert(Alert.Kind.DRAFTER_STOPPED, DRAFTER_ALERT, words), time.instant());
    return backOff(task, STOPPED_RETRY, stopped.reason() + ". " + stopped.remedy());
  }
}
