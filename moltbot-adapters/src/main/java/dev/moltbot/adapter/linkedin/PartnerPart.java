package dev.moltbot.adapter.linkedin;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.moltbot.channel.Calls;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.wire.Secret;
import java.time.InstantSource;

/** Sending through the Messages API, as an approved partner. */
final class PartnerPart extends AbstractModule {
  private final AccountId account;
  private final Secret token;

  PartnerPart(AccountId account, Secret token) {
    this.account = account;
    this.token = token;
  }

  @ProvidesIntoSet
  @Singleton
  ChannelSender sender(LinkedInApi api, TokenAges ages, InstantSource time) {
    ages.note(token);
    return new LinkedInSender(account, api, new Calls(Calls.Dialect.PLAIN, time), token);
  }

  /** By age alone: there is no question to ask that would change nothing. */
  @Provides
  @Singleton
  Sends sends(TokenAges ages) {
    return () -> ages.health(token, "send", LinkedInConfig.SEND_TOKEN);
  }
}
