package dev.moltbot.flow;

import dev.moltbot.domain.approval.OutboundMessage;
import dev.moltbot.domain.approval.Release;
import dev.moltbot.port.Approvals;
import dev.moltbot.port.SendOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Hop 5: sends what the owner approved, at most once. The claim is durable before the network is
 * touched, so a crash can lose a send, which the owner sees and repeats, but can never double one.
 */
public final class SendApproved {
  /** A claim older than this was taken by a process that died: senders return in 30 seconds. */
  public static final Duration CLAIM_LEASE = Duration.ofSeconds(90);

  /**
   * A process stopped and woken after its claim must not send: someone may have given the claim up
   * and asked the owner again. Half the lease leaves room for two clocks to differ.
   */
  static final Duration FRESH = CLAIM_LEASE.dividedBy(2);

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
    Instant claimedAt = time.instant();
    approvals.abandonClaims(CLAIM_LEASE, claimedAt);
    var claimed = approvals.claimNext(claimedAt);
    claimed.ifPresent(claim -> approvals.settle(claim, attempt(claim, claimedAt), time.instant()));
    return claimed.isPresent() ? new Step.Worked() : new Step.Idle();
  }

  private SendOutcome attempt(Approvals.Claim claim, Instant claimedAt) {
    Instant now = time.instant();
    if (now.isAfter(claimedAt.plus(FRESH))) {
      return new SendOutcome.Unknown("held up after the claim; not sent by this process");
    }
    Release release = claim.approval().release(claim.draft(), now);
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
