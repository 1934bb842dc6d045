package dev.moltbot.flow;

import dev.moltbot.domain.approval.OutboundMessage;
import dev.moltbot.domain.approval.Release;
import dev.moltbot.port.Approvals;
import dev.moltbot.port.SendOutcome;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Hop 5: sends what the owner approved, at most once. The claim is durable before the network is
 * touched, so a crash can lose a send, which the owner sees and repeats, but can never double one.
 */
public final class SendApproved {
  /** A claim older than this was taken by a process that died: senders return in 30 seconds. */
  public static final Duration CLAIM_LEASE = Duration.ofSeconds(90);

  private final Approvals approvals;
  private final Senders senders;
  private final InstantSource time;

  public SendApproved(Approvals approvals, Senders senders, InstantSource time) {
    this.approvals = approvals;
    this.senders = senders;
    this.time = time;
  }

  /** Sends the oldest approved draft, after giving up claims whose owner died. */
  public Step send() {
    approvals.abandonClaims(CLAIM_LEASE, time.instant());
    var claimed = approvals.claimNext(time.instant());
    claimed.ifPresent(claim -> approvals.settle(claim, attempt(claim), time.instant()));
    return claimed.isPresent() ? new Step.Worked() : new Step.Idle();
  }

  private SendOutcome attempt(Approvals.Claim claim) {
    Release release = claim.approval().release(claim.draft(), time.instant());
    return switch (release) {
      case Release.Cleared(OutboundMessage message) -> trySend(message);
      case Release.Altered altered -> new SendOutcome.Refused(altered.reason());
      case Release.Expired expired -> new SendOutcome.Refused(expired.reason());
    };
  }

  private SendOutcome trySend(OutboundMessage message) {
    try {
      return senders.send(message);
    } catch (RuntimeException bug) {
      return new SendOutcome.Unknown("sender failed: " + bug.getClass().getName());
    }
  }
}
