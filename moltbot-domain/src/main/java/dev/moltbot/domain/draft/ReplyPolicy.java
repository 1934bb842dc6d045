package dev.moltbot.domain.draft;

import dev.moltbot.domain.message.Conversation;
import dev.moltbot.domain.triage.Triage;
import java.time.Duration;
import java.time.Instant;

/**
 * When a conversation gets a draft.
 *
 * @param settle how long a conversation must be quiet first; people write in bursts
 * @param maxAge older messages are history, not questions
 * @param dailyDrafts most drafts in any {@link #DAY}; a flood of mail must not become a flood of
 *     cards, nor of bills
 */
public record ReplyPolicy(Duration settle, Duration maxAge, long dailyDrafts) {
  /** The time over which drafts are counted. */
  public static final Duration DAY = Duration.ofDays(1);

  public ReplyPolicy {
    if (settle.isNegative() || maxAge.compareTo(settle) <= 0 || dailyDrafts < 1) {
      throw new IllegalArgumentException(
          "settle " + settle + ", maxAge " + maxAge + ", dailyDrafts " + dailyDrafts);
    }
  }

  /** A policy without a cap. */
  public ReplyPolicy(Duration settle, Duration maxAge) {
    this(settle, maxAge, Long.MAX_VALUE);
  }

  public ReplyDecision decide(Conversation conversation, Triage triage, Instant now) {
    Instant sentAt = conversation.latest().sentAt();
    if (!conversation.awaitsOwner()) {
      return new ReplyDecision.Ignore("the owner wrote last");
    }
    if (!triage.worthDrafting()) {
      return new ReplyDecision.Ignore(triage.reason());
    }
    if (sentAt.isBefore(now.minus(maxAge))) {
      return new ReplyDecision.Ignore("older than " + maxAge);
    }
    Instant quiet = sentAt.plus(settle);
    // A clock ahead of ours must not postpone an answer for ever.
    return quiet.isAfter(now) && !sentAt.isAfter(now)
        ? new ReplyDecision.Wait(quiet)
        : new ReplyDecision.Reply();
  }
}
