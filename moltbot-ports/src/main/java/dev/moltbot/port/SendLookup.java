package dev.moltbot.port;

import dev.moltbot.domain.message.AccountId;

/**
 * Asks a channel what became of a send whose outcome is unknown. Offered by channels that can tell;
 * for the others the owner is asked.
 *
 * <p>Thread-safe; returns within 30 seconds; never sends anything.
 */
public interface SendLookup {

  /** The account this look-up serves. */
  AccountId account();

  /** Looks for the message of this attempt. */
  Finding find(SendAttempt attempt);

  /** What the channel knows. */
  sealed interface Finding {
    /** It is there: the send had worked. */
    record Found(String nativeMessageId) implements Finding {}

    /** It is not there now; it may still appear, so one look is not enough. */
    record Absent() implements Finding {}

    /** The channel could not be asked. */
    record Unavailable(String reason) implements Finding {}
  }
}
