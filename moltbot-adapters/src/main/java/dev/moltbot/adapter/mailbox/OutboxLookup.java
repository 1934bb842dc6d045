package dev.moltbot.adapter.mailbox;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.SendAttempt;
import dev.moltbot.port.SendLookup;

/** Tells whether a reply was written, by looking into the outbox. */
final class OutboxLookup implements SendLookup {
  private final AccountId account;
  private final Outbox outbox;

  OutboxLookup(AccountId account, Outbox outbox) {
    this.account = account;
    this.outbox = outbox;
  }

  @Override
  public AccountId account() {
    return account;
  }

  @Override
  public Finding find(SendAttempt attempt) {
    return outbox.holds(attempt.approval())
        ? new Finding.Found(outbox.replies().messageId(attempt.approval()))
        : new Finding.Absent();
  }
}
