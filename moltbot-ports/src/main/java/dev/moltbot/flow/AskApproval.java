package dev.moltbot.flow;

import dev.moltbot.domain.approval.ApprovalPolicy;
import dev.moltbot.port.Accounts;
import dev.moltbot.port.ApprovalDesk;
import dev.moltbot.port.Approvals;
import dev.moltbot.port.Card;
import dev.moltbot.port.DeskResult;
import dev.moltbot.port.Ids;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Hop 3: puts drafts before the owner. The request is stored before it is shown; a crash in between
 * shows the same request twice, and the first answer counts.
 */
public final class AskApproval {
  /** Longer than a desk may take to show a card. */
  static final Duration LEASE = Duration.ofMinutes(2);

  static final Duration STOPPED_RETRY = Duration.ofMinutes(1);

  private final Approvals approvals;
  private final Accounts accounts;
  private final ApprovalDesk desk;
  private final ApprovalPolicy policy;
  private final Ids ids;
  private final InstantSource time;

  public AskApproval(
      Approvals approvals,
      Accounts accounts,
      ApprovalDesk desk,
      ApprovalPolicy policy,
      Ids ids,
      InstantSource time) {
    this.approvals = approvals;
    this.accounts = accounts;
    this.desk = desk;
    this.policy = policy;
    this.ids = ids;
    this.time = time;
  }

  /** Shows the next card, after closing those whose time is over. */
  public Step ask() {
    approvals.expire(time.instant());
    Duration quiet = policy.quiet().left(time.instant());
    if (quiet.isPositive()) {
      return new Step.BackOff(quiet, "quiet hours");
    }
    return approvals
        .nextToAsk(policy, ids.request(), LEASE, time.instant())
        .map(this::show)
        .orElseGet(Step.Idle::new);
  }

  private Step show(Card card) {
    return switch (desk.ask(card)) {
      case DeskResult.Shown shown -> {
        approvals.asked(card.request().id(), shown.where(), time.instant());
        yield new Step.Worked();
      }
      case DeskResult.Unreachable un -> putBack(card, un.retryAfter(), un.reason());
      case DeskResult.Stopped stopped -> {
        accounts.stop(desk.account(), stopped.reason(), stopped.remedy(), time.instant());
        yield putBack(card, STOPPED_RETRY, stopped.reason());
      }
    };
  }

  private Step putBack(Card card, Duration delay, String reason) {
    approvals.notAsked(card.request().id(), time.instant());
    return new Step.BackOff(delay, reason);
  }
}
