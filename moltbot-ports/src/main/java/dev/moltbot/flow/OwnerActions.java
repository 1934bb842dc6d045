package dev.moltbot.flow;

import dev.moltbot.domain.alert.Alert;
import dev.moltbot.domain.approval.ApprovalPolicy;
import dev.moltbot.domain.approval.RequestId;
import dev.moltbot.domain.approval.Verdict;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.draft.TextLimit;
import dev.moltbot.port.Alerts;
import dev.moltbot.port.ApprovalDesk;
import dev.moltbot.port.Approvals;
import dev.moltbot.port.AuditLog;
import dev.moltbot.port.Capabilities.Sending;
import dev.moltbot.port.Card;
import dev.moltbot.port.CardState;
import dev.moltbot.port.Ids;
import dev.moltbot.port.OwnerAction;
import dev.moltbot.port.ShownCard;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What each of the owner's acts means. Part of hop 4. */
public final class OwnerActions {
  private static final int TWO = 2;

  private final ApprovalDesk desk;
  private final Approvals approvals;
  private final Alerts alerts;
  private final AuditLog audit;
  private final Commands commands;
  private final Senders senders;
  private final ApprovalPolicy policy;
  private final Ids ids;
  private final InstantSource time;

  public OwnerActions(
      ApprovalDesk desk,
      Approvals approvals,
      Alerts alerts,
      AuditLog audit,
      Commands commands,
      Senders senders,
      ApprovalPolicy policy,
      Ids ids,
      InstantSource time) {
    this.desk = desk;
    this.approvals = approvals;
    this.alerts = alerts;
    this.audit = audit;
    this.commands = commands;
    this.senders = senders;
    this.policy = policy;
    this.ids = ids;
    this.time = time;
  }

  void settle(OwnerAction action) {
    switch (action) {
      case OwnerAction.Tapped tapped -> tapped(tapped);
      case OwnerAction.Replied replied -> replied(replied);
      case OwnerAction.Said said -> said(said.verdict());
      case OwnerAction.Commanded commanded -> desk.tell(commands.answer(commanded.command()));
      case OwnerAction.Asked(String words, String message) ->
          desk.tell(commands.take(words, desk.account() + " " + message));
      case OwnerAction.Unclear unclear -> unclear(unclear);
      case OwnerAction.Stranger stranger -> stranger(stranger);
    }
  }

  private void tapped(OwnerAction.Tapped tap) {
    boolean orphan =
        approvals.requestShownIn(tap.part()).isEmpty()
            && !approvals.adopt(tap.request(), tap.part(), time.instant());
    String words = settle(tap.request(), tap.digestPrefix(), tap.verdict());
    desk.acknowledge(tap.tap(), words);
    if (orphan) {
      closeOrphan(tap);
    }
  }

  /** Shown again after a crash, the first card is one too many; its buttons must go, too. */
  private void closeOrphan(OwnerAction.Tapped tap) {
    var where = new ShownCard(List.of(tap.part()));
    approvals
        .card(tap.request())
        .ifPresent(card -> desk.close(where, card, new CardState.Replaced()));
  }

  private void replied(OwnerAction.Replied replied) {
    Optional<RequestId> request = approvals.requestShownIn(replied.part());
    if (request.isEmpty()) {
      desk.tell("That message is not a card I know. Nothing was sent. Reply to a card.");
      return;
    }
    tellUnlessPlain(settle(request.get(), "", replied.verdict()));
  }

  private void said(Verdict verdict) {
    List<Card> open = approvals.open(time.instant(), TWO);
    if (open.isEmpty()) {
      desk.tell("No card is waiting for an answer.");
    } else if (open.size() == TWO) {
      desk.tell("More than one card is waiting. Nothing was done. Reply to the card you mean.");
    } else {
      tellUnlessPlain(settle(open.getFirst().request().id(), "", verdict));
    }
  }

  /** The card itself shows what became of it; only surprises need words. */
  private void tellUnlessPlain(String words) {
    if (!words.equals(ACCEPTED)) {
      desk.tell(words);
    }
  }

  /** Nothing to add: the card shows it. */
  private static final String ACCEPTED = "";

  private String settle(RequestId request, String digestPrefix, Verdict verdict) {
    String objection = objection(request, verdict);
    if (!objection.isEmpty()) {
      return objection;
    }
    var fresh = new Approvals.Fresh(ids.approval(), ids.draft());
    return switch (approvals.settle(
        request, digestPrefix, verdict, policy, fresh, time.instant())) {
      case Approvals.Settled.Accepted accepted -> ACCEPTED;
      case Approvals.Settled.Stale stale -> "Too late: this card is " + stale.state() + ".";
      case Approvals.Settled.OtherWay other -> otherWay(other.sending());
      case Approvals.Settled.Unknown unknown -> "This is not a card I made. Nothing was sent.";
    };
  }

  private static String otherWay(Sending sending) {
    return switch (sending) {
      case BY_HAND ->
          "I cannot send on this channel. Copy the words, send them there yourself, then press"
              + " \"I sent it\" or reply \"sent\". Nothing was sent; the card is still open.";
      case DIRECT ->
          "This one goes out by me, once you approve it. Nothing was done; the card is still open.";
    };
  }

  /** The owner's own words must fit the channel, too. */
  private String objection(RequestId request, Verdict verdict) {
    if (!(verdict instanceof Verdict.Replace replace)) {
      return "";
    }
    return approvals
        .card(request)
        .flatMap(card -> senders.limitOf(card.draft().to().conversation().account()))
        .filter(limit -> !limit.allows(replace.words()))
        .map(limit -> tooLong(limit, replace))
        .orElse("");
  }

  private static String tooLong(TextLimit limit, Verdict.Replace replace) {
    return "Too long for this channel: "
        + limit.measure(replace.words())
        + ", it takes "
        + limit
        + ". The card is still open.";
  }

  private void unclear(OwnerAction.Unclear unclear) {
    if (unclear.tap().isEmpty()) {
      desk.tell(unclear.why() + " Nothing was done. /help says what I understand.");
    } else {
      desk.acknowledge(unclear.tap(), unclear.why());
    }
  }

  private void stranger(OwnerAction.Stranger stranger) {
    var event =
        new AuditEvent.StrangerIgnored(desk.account().toString(), stranger.kind(), stranger.who());
    audit.append(event, time.instant());
    String words =
        "Someone who is not you reached this bot ("
            + stranger.kind()
            + ", "
            + stranger.who()
            + "). They got no answer. If it goes on, give the bot a new name with @BotFather.";
    alerts.raise(
        new Alert(Alert.Kind.STRANGER, "stranger " + stranger.who(), words), time.instant());
  }
}
