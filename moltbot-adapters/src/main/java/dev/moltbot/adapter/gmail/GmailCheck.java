package dev.moltbot.adapter.gmail;

import dev.moltbot.channel.Checks;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.ChannelCheck;

/** Asks Gmail whose account the token opens; whoever mints the token checks its scopes. */
final class GmailCheck implements ChannelCheck {
  private final GmailCalls calls;
  private final GmailApi api;
  private final AccountId account;

  GmailCheck(GmailCalls calls, GmailApi api, AccountId account) {
    this.calls = calls;
    this.api = api;
    this.account = account;
  }

  @Override
  public AccountId account() {
    return account;
  }

  @Override
  public Health check() {
    return Checks.health(GmailCalls.READINGS, calls.make(api::profile), this::found);
  }

  private Health found(GmailApi.Profile profile) {
    String address = profile.emailAddress();
    if (address == null) {
      return new Health.Unreachable("Gmail: its profile made no sense");
    }
    return address.equalsIgnoreCase(account.name())
        ? new Health.Fine("the token opens this account and may read and send")
        : new Health.Missing("the Gmail token is for another account", Listings.OTHER_ACCOUNT);
  }
}
