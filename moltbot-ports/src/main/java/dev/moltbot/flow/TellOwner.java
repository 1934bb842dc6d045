package dev.moltbot.flow;

import dev.moltbot.domain.alert.Alert;
import dev.moltbot.port.Alerts;
import dev.moltbot.port.ApprovalDesk;
import dev.moltbot.port.Approvals;
import dev.moltbot.port.DeskResult;
import java.time.Duration;
import java.time.InstantSource;

/** Keeps the owner's view true: rewrites cards to what became of them, and passes on alerts. */
public final class TellOwner {
  static final Duration LEASE = Duration.ofMinutes(1);

  private final Approvals approvals;
  private final Alerts alerts;
  private final ApprovalDesk desk;
  private final InstantSource time;

  public TellOwner(Approvals approvals, Alerts alerts, ApprovalDesk desk, InstantSource time) {
    this.approvals = approvals;
    this.alerts = alerts;
    this.desk = desk;
    this.time = time;
  }

  /** Tells one thing: a card's new state first, else an alert. */
  public Step tell() {
    return approvals
        .nextOutdated(LEASE, time.instant())
        .map(this::rewrite)
        .or(() -> alerts.nextUntold(LEASE, time.instant()).map(this::pass))
        .orElseGet(Step.Idle::new);
  }

  private Step rewrite(Approvals.Outdated outdated) {
    DeskResult result = desk.close(outdated.where(), outdated.card(), outdated.state());
    return settled(result, () -> approvals.shows(outdated, time.instant()));
  }

  private Step pass(Alert alert) {
    return settled(desk.tell(alert.text()), () -> alerts.told(alert, time.instant()));
  }

  private static Step settled(DeskResult result, Runnable whenShown) {
    return switch (result) {
      case DeskResult.Shown shown -> {
        whenShown.run();
        yield new Step.Worked();
      }
      case DeskResult.Unreachable un -> new Step.BackOff(un.retryAfter(), un.reason());
      case DeskResult.Stopped stopped -> new Step.BackOff(LEASE, stopped.reason());
    };
  }
}
