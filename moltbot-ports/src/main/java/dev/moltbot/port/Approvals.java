package dev.moltbot.port;

import dev.moltbot.domain.approval.Approval;
import dev.moltbot.domain.approval.ApprovalId;
import dev.moltbot.domain.approval.ApprovalPolicy;
import dev.moltbot.domain.approval.RequestId;
import dev.moltbot.domain.approval.Verdict;
import dev.moltbot.domain.draft.Draft;
import dev.moltbot.domain.draft.DraftId;
import dev.moltbot.port.Capabilities.Sending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Questions to the owner, their answers, and what became of the yeses. Each method is one
 * transaction, audit entries included.
 */
public interface Approvals {

  /**
   * The next draft to ask about, with its request opened under the policy. The request is stored
   * before it is shown, so that an answer always finds it; after a crash it is handed out again.
   */
  Optional<Card> nextToAsk(ApprovalPolicy policy, RequestId fresh, Duration lease, Instant now);

  /** Notes where the card is shown. */
  void asked(RequestId request, ShownCard where, Instant now);

  /**
   * Notes that a card is shown in this part, if no other place is known of: a process died, or was
   * slow, between showing it and {@link #asked}. False when the request is shown elsewhere.
   */
  boolean adopt(RequestId request, String part, Instant now);

  /** Puts a card that could not be shown back. */
  void notAsked(RequestId request, Instant now);

  /** The request shown in this part, if any. */
  Optional<RequestId> requestShownIn(String part);

  /** Requests shown and not answered, oldest first. */
  List<Card> open(Instant now, int limit);

  /** The card of a request, whatever became of it. */
  Optional<Card> card(RequestId request);

  /**
   * Settles an open request, once.
   *
   * <ul>
   *   <li>{@code Approve}: an approval with the fresh id, to be sent
   *   <li>{@code SentByHand}: an approval with the fresh id that is delivered already, and the
   *       reply a message of its conversation, once, even where the channel gives it back when read
   *   <li>{@code Reject}: nothing is sent
   *   <li>{@code Rewrite}: the conversation is due again with the instruction
   *   <li>{@code Replace}: a new draft with the fresh draft id, to be asked about
   *   <li>{@code Later}: the draft is asked about again after the policy's delay
   * </ul>
   *
   * @param digestPrefix must begin the request's digest; empty when the answer came in words
   */
  Settled settle(
      RequestId request,
      String digestPrefix,
      Verdict verdict,
      ApprovalPolicy policy,
      Fresh fresh,
      Instant now);

  /** Ids for what a verdict may bring into being. */
  record Fresh(ApprovalId approval, DraftId draft) {}

  /** Whether a verdict counted. */
  sealed interface Settled {
    /** It did. */
    record Accepted() implements Settled {}

    /** The request was settled, closed or expired before; {@code state} says how, for a person. */
    record Stale(String state) implements Settled {}

    /**
     * A yes to what only the owner can send, or "I sent it" to what the program sends. The request
     * stays open.
     *
     * @param sending who sends on the card's channel
     */
    record OtherWay(Sending sending) implements Settled {}

    /** No such request, or the button was made for other words. */
    record Unknown() implements Settled {}
  }

  /** Closes requests past their time. Returns how many. */
  int expire(Instant now);

  /** An approval taken for sending, with the draft as stored. */
  record Claim(Approval approval, Draft draft) {}

  /** Takes the oldest unclaimed approval; durable on return, and never handed out again. */
  Optional<Claim> claimNext(Instant now);

  /** Records how a claim ended. A claim already settled otherwise than as unknown stays so. */
  void settle(Claim claim, SendOutcome outcome, Instant at);

  /**
   * Marks claims older than {@code lease} and never settled as unknown: whoever took them died.
   * Returns how many.
   */
  int abandonClaims(Duration lease, Instant now);

  /** A send of unknown outcome. {@code looks} counts the look-ups already made. */
  record Doubt(SendAttempt attempt, int looks) {}

  /** The next doubt due for a look; not due again until {@code lease} has passed. */
  Optional<Doubt> nextDoubt(Duration lease, Instant now);

  /** The channel showed that it was sent. */
  void resolve(Doubt doubt, String nativeMessageId, Instant now);

  /**
   * The channel cannot tell: the owner is asked about the same words again, as a new draft whose
   * card says that an earlier attempt may have arrived.
   */
  void askAgain(Doubt doubt, DraftId fresh, String note, Instant now);

  /** A card whose shown state is not its true one any more. */
  record Outdated(Card card, ShownCard where, CardState state) {}

  /** The next card to rewrite; not handed out again until {@code lease} has passed. */
  Optional<Outdated> nextOutdated(Duration lease, Instant now);

  /** Notes that the card was rewritten. One shown elsewhere meanwhile is outdated still. */
  void shows(Outdated rewritten, Instant now);
}
