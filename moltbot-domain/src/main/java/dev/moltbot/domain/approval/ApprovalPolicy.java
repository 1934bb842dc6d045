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

  /**
   * Asks about a draft, for as long as its channel takes it.
   *
   * @param answerBy when the channel stops taking it, {@link Instant#MAX} for never; after now
   */
  public ApprovalRequest ask(RequestId id, Draft draft, Instant answerBy, Instant now) {
    Instant expires = earlier(now.plus(cardLifetime), answerBy);
    return new ApprovalRequest(id, draft.id(), draft.digest(), now, expires);
  }

  /**
   * The owner's yes.
   *
   * @param answerBy as in {@link #ask}
   */
  public Approval grant(ApprovalId id, ApprovalRequest request, Instant answerBy, Instant now) {
    if (!request.openAt(now)) {
      throw new IllegalArgumentException("the request expired at " + request.expiresAt());
    }
    return new Approval(id, request.digest(), now, earlier(now.plus(yesLifetime), answerBy));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
