package dev.moltbot.adapter.linkedin;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.moltbot.channel.Channel;
import dev.moltbot.domain.draft.ReplyWindow;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.Capabilities;
import dev.moltbot.port.ChannelCheck;
import dev.moltbot.state.StateFolders;
import dev.moltbot.wire.HttpClients;
import dev.moltbot.wire.HttpLimits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/**
 * Installs one LinkedIn member. How it reads and how it sends is chosen from the settings, before
 * there is an injector. Needs {@link HttpClients}, {@link StateFolders} and an {@link
 * InstantSource}.
 */
public final class LinkedInModule extends AbstractModule {
  /** LinkedIn with nothing but a profile: what is more comes with LinkedIn's permission. */
  public static final Channel CHANNEL =
      new Channel(
          LinkedInConfig.CHANNEL,
          "your LinkedIn messages; without LinkedIn's permission from imports, and sent by you",
          new Capabilities(
              Capabilities.Reading.IMPORTED,
              Capabilities.Sending.BY_HAND,
              LinkedInSender.LIMIT,
              ReplyWindow.ALWAYS,
              Set.of()),
          LinkedInConfig.SETTINGS,
          settings -> new LinkedInModule(LinkedInConfig.from(settings)),
          () -> Optional.of(new LinkedInStage()));

  /** One call a read and one a send, well within the ports' limits. */
  static final Duration TIMEOUT = Duration.ofSeconds(20);

  /** Fifty events with all that LinkedIn hangs on them. */
  private static final long MAX_ANSWER_BYTES = 8L << 20;

  private final LinkedInConfig config;
  private final List<Module> parts;

  public LinkedInModule(LinkedInConfig config) {
    this.config = config;
    this.parts = List.of(reading(config), sending(config));
  }

  private static Module reading(LinkedInConfig config) {
    return config.readToken() == null
        ? new ImportPart()
        : new ChangelogPart(config.account(), config.readToken());
  }

  private static Module sending(LinkedInConfig config) {
    return config.sendToken() == null
        ? new HandPart(config.account())
        : new PartnerPart(config.account(), config.sendToken());
  }

  @Override
  protected void configure() {
    parts.forEach(this::install);
  }

  @Provides
  @Singleton
  LinkedInApi api(HttpClients clients) {
    HttpLimits limits = new HttpLimits(TIMEOUT, TIMEOUT, MAX_ANSWER_BYTES);
    return new Retrofit.Builder()
        .baseUrl(config.api().toString())
        .client(clients.client("linkedin", limits, config.api()))
        .addConverterFactory(MoshiConverterFactory.create())
        .build()
        .create(LinkedInApi.class);
  }

  @Provides
  @Singleton
  TokenAges ages(StateFolders folders, InstantSource time) {
    return new TokenAges(folders.of(LinkedInConfig.CHANNEL), time);
  }

  @ProvidesIntoSet
  @Singleton
  ChannelCheck check(Reads reads, Sends sends) {
    AccountId account = config.account();
    return new LinkedInCheck(account, reads, sends);
  }
}
