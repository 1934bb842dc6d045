package dev.moltbot.adapter.imap;

import dev.moltbot.channel.Answer;
import dev.moltbot.channel.Refusal;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.SendAttempt;
import dev.moltbot.port.SendLookup;
import dev.moltbot.wire.Failure;

/**
 * Looks for a reply among the sent mail. There, it proves that it went out: nothing puts it there
 * but a server that took it, or we ourselves once the server had said so. Not there, it proves
 * nothing, because many servers keep no copy; then the owner is asked.
 */
final class ImapLookup implements SendLookup {
  private final SentCopies copies;
  private final AccountId account;

  ImapLookup(SentCopies copies, AccountId account) {
    this.copies = copies;
    this.account = account;
  }

  @Override
  public AccountId account() {
    return account;
  }

  @Override
  public Finding find(SendAttempt attempt) {
    return switch (copies.find(attempt.approval())) {
      case Answer.Done<String>(String name) ->
          name.isEmpty() ? new Finding.Absent() : new Finding.Found(name);
      case Answer.Declined<String>(Refusal refusal) -> unavailable(refusal.reason());
      case Answer.Lost<String>(Failure failure) -> unavailable(failure.reason());
    };
  }

  private static Finding unavailable(String reason) {
    return new Finding.Unavailable(ImapCalls.READINGS.service() + ": " + reason);
  }
}
