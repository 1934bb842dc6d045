package dev.moltbot.adapter.telegram;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import com.squareup.moshi.Moshi;
import dev.moltbot.channel.Channel;
import dev.moltbot.port.Alerts;
import dev.moltbot.port.AuditLog;
import dev.moltbot.port.Capabilities;
import dev.moltbot.port.ChannelCheck;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.state.StateFolders;
import dev.moltbot.wire.HttpClients;
import dev.moltbot.wire.HttpLimits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Installs the owner's Telegram account. Needs {@link HttpClients}, {@link InstantSource}, {@link
 * StateFolders}, {@link AuditLog} and {@link Alerts}.
 */
public final class TelegramModule extends AbstractModule {
  /** Telegram, as it can be installed. */
  public static final Channel CHANNEL =
      new Channel(
          TelegramConfig.CHANNEL,
          "the private chats of your Telegram account, through a bot connected to it",
          new Capabilities(
              Capabilities.Reading.LONG_POLLED,
              Capabilities.Sending.DIRECT,
              TelegramSender.LIMIT,
              TelegramSender.WINDOW,
              Set.of(Capabilities.Extra.OWNER_SEEN)),
          TelegramConfig.SETTINGS,
          settings -> new TelegramModule(TelegramConfig.from(settings)),
          () -> Optional.of(new TelegramStage()));

  /** Longer than the longest poll, so that Telegram ends it and not we. */
  static final Duration POLL_TIMEOUT = ChannelReader.MAX_WAIT.plusSeconds(6);

  /** A read asks at most twice after its poll, in the port's 60 seconds; a check three times. */
  static final Duration ASK_TIMEOUT = Duration.ofSeconds(4);

  /** A send asks at most once before it, in the port's 30 seconds. */
  static final Duration SEND_TIMEOUT = Duration.ofSeconds(12);

  /** A hundred updates, each of which Telegram keeps below 64 KiB. */
  static final long MAX_POLL_BYTES = 8L << 20;

  private static final long MAX_ANSWER_BYTES = 1 << 20;
  private static final String SERVICE = "telegram";

  private final TelegramConfig config;
  private final Moshi moshi = new Moshi.Builder().build();
  private final TelegramCalls calls = new TelegramCalls(moshi);

  public TelegramModule(TelegramConfig config) {
    this.config = config;
  }

  @Provides
  @Singleton
  Connections connections(StateFolders folders) {
    return new Connections(folders.of(TelegramConfig.CHANNEL), config.owner(), moshi);
  }

  @ProvidesIntoSet
  @Singleton
  ChannelReader reader(
      HttpClients clients,
      Connections connections,
      AuditLog audit,
      Alerts alerts,
      InstantSource time) {
    var strangers = new Strangers(config.account(), audit, alerts, time);
    var gate = new Gate(calls, api(clients, ASK_TIMEOUT, MAX_ANSWER_BYTES), connections, strangers);
    return new TelegramReader(
        calls, api(clients, POLL_TIMEOUT, MAX_POLL_BYTES), config, connections, gate, moshi, time);
  }

  @ProvidesIntoSet
  @Singleton
  ChannelSender sender(HttpClients clients, Connections connections, InstantSource time) {
    TelegramApi api = api(clients, SEND_TIMEOUT, MAX_ANSWER_BYTES);
    return new TelegramSender(calls, api, config.account(), connections, time);
  }

  @ProvidesIntoSet
  @Singleton
  ChannelCheck check(HttpClients clients, Connections connections) {
    TelegramApi api = api(clients, ASK_TIMEOUT, MAX_ANSWER_BYTES);
    return new TelegramCheck(calls, api, config.account(), connections);
  }

  private TelegramApi api(HttpClients clients, Duration timeout, long maxBytes) {
    var limits = new HttpLimits(timeout, timeout, maxBytes);
    return config
        .bot()
        .over(clients.client(SERVICE, limits, config.bot().base()), moshi, TelegramApi.class);
  }
}
