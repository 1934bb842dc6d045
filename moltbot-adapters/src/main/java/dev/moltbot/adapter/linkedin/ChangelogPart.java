package dev.moltbot.adapter.linkedin;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.moltbot.channel.Calls;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.wire.Secret;
import java.time.InstantSource;

/** Reading through the member changelog. */
final class ChangelogPart extends AbstractModule {
  private final AccountId account;
  private final Secret token;

  ChangelogPart(AccountId account, Secret token) {
    this.account = account;
    this.token = token;
  }

  @Provides
  @Singleton
  Changelog changelog(LinkedInApi api, InstantSource time) {
    return new Changelog(api, new Calls(Calls.Dialect.PLAIN, time), token, time);
  }

  @ProvidesIntoSet
  @Singleton
  ChannelReader reader(Changelog changelog, TokenAges ages, InstantSource time) {
    ages.note(token);
    return new LinkedInReader(account, changelog, new Events(account), time);
  }

  @Provides
  @Singleton
  Reads reads(Changelog changelog, TokenAges ages) {
    return () -> changelog.health(ages.health(token, "read", LinkedInConfig.READ_TOKEN));
  }
}
