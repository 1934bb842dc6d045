package dev.moltbot.adapter.linkedin;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.ChannelCheck;

/** Says what LinkedIn lets this member do: reading first, then sending, in one line. */
final class LinkedInCheck implements ChannelCheck {
  private final AccountId account;
  private final Reads reads;
  private final Sends sends;

  LinkedInCheck(AccountId account, Reads reads, Sends sends) {
    this.account = account;
    this.reads = reads;
    this.sends = sends;
  }

  @Override
  public AccountId account() {
    return account;
  }

  /** What is wrong comes first; what is fine is said together. */
  @Override
  public Health check() {
    return switch (reads.health()) {
      case Health.Missing missing -> missing;
      case Health.Unreachable unreachable -> unreachable;
      case Health.Fine(String reading) ->
          switch (sends.health()) {
            case Health.Missing missing -> missing;
            case Health.Unreachable unreachable -> unreachable;
            case Health.Fine(String sending) -> new Health.Fine(reading + "; " + sending);
          };
    };
  }
}
