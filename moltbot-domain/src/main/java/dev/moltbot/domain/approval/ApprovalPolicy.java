package dev.moltbot.domain.approval;

import dev.moltbot.domain.draft.Draft;
import java.time.Duration;
import java.time.Instant;

/**
 * How long questions and answers are good for.
 *
 * @param cardLifetime how long the owner has to answer
 * @param yesLifetime how long a yes may wait for its message to go out
 * @param laterDelay how long "later" is
 * @param quiet when no card is shown
 */
public record ApprovalPolicy(
    Duration cardLifetime, Duration yesLifetime, Duration laterDelay, QuietHours quiet) {
  /** A day to answer, a quarter of an hour to send, an hour for "later". */
  public static final ApprovalPolicy DEFAULT =
      new ApprovalPolicy(
          Duration.ofDays(1), Duration.ofMinutes(15), Duration.ofHours(1), QuietHours.NEVER);

  public ApprovalRequest ask(RequestId id, Draft draft, Instant now) {
    return new ApprovalRequest(id, draft.id(), draft.digest(), now, now.plus(cardLifetime));
  }

  public Approval grant(ApprovalId id, ApprovalRequest request, Instant now) {
    if (!request.openAt(now)) {
      throw new IllegalArgumentException("the request expired at " + request.expiresAt());
    }
    return new Approval(id, request.digest(), now, now.plus(yesLifetime));
  }
}
