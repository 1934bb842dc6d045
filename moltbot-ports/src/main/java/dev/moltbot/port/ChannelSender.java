package dev.moltbot.port;

import dev.moltbot.domain.approval.OutboundMessage;
import dev.moltbot.domain.draft.ReplyWindow;
import dev.moltbot.domain.draft.TextLimit;
import dev.moltbot.domain.message.AccountId;

/**
 * Puts approved words on one account of one channel.
 *
 * <p><b>Threading.</b> Thread-safe; the caller may block a virtual thread for as long as {@link
 * #send} takes. Implementations start no threads.
 *
 * <p><b>Errors.</b> Everything the world can do is a {@link SendOutcome}. An exception means a bug
 * in the adapter: the caller records {@link SendOutcome.Unknown}.
 *
 * <p><b>Limits.</b> Returns within 30 seconds, retries included.
 */
public interface ChannelSender {

  /** The account this sender serves; constant, and unique among installed senders. */
  AccountId account();

  /** The longest text the channel takes; drafts are made to fit, and checked before a send. */
  TextLimit limit();

  /** How long after their message the service takes a reply; no draft is made after it. */
  default ReplyWindow window() {
    return ReplyWindow.ALWAYS;
  }

  /**
   * Whether replies go out by the owner's hand only. Cards then offer the words to copy, and {@link
   * #deliver} is never called.
   */
  default boolean byHand() {
    return false;
  }

  /**
   * Sends the message at most once.
   *
   * @param message of this {@link #account()}; another's is an {@link IllegalArgumentException}
   * @return {@code Delivered} only with the channel's own acknowledgement in hand; {@code Refused}
   *     when it certainly did not go out; {@code Unknown} whenever the request left this machine
   *     and no usable answer came back
   */
  default SendOutcome send(OutboundMessage message) {
    if (!message.account().equals(account())) {
      throw new IllegalArgumentException("not a message of " + account() + ": " + message);
    }
    if (byHand()) {
      return new SendOutcome.Refused("replies on this channel go out by your own hand only");
    }
    return limit().allows(message.text())
        ? deliver(message)
        : new SendOutcome.Refused("longer than the " + limit() + " this channel takes");
  }

  /**
   * The channel's own part of {@link #send}, which is what callers call: the message is of this
   * account and within the limit.
   */
  SendOutcome deliver(OutboundMessage message);
}
