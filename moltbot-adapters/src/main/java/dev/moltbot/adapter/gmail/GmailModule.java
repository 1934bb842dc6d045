package dev.moltbot.adapter.gmail;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.moltbot.channel.Channel;
import dev.moltbot.domain.draft.ReplyWindow;
import dev.moltbot.mime.MailLimits;
import dev.moltbot.mime.Replies;
import dev.moltbot.port.Capabilities;
import dev.moltbot.port.ChannelCheck;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.SendLookup;
import dev.moltbot.wire.HttpClients;
import dev.moltbot.wire.HttpLimits;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import okhttp3.OkHttpClient;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** Installs one Gmail account. Needs {@link HttpClients} and an {@link InstantSource}. */
public final class GmailModule extends AbstractModule {
  /** Gmail, as it can be installed. */
  public static final Channel CHANNEL =
      new Channel(
          GmailConfig.CHANNEL,
          "your Gmail account, read with gmail.readonly and answered with gmail.send",
          new Capabilities(
              Capabilities.Reading.POLLED,
              Capabilities.Sending.DIRECT,
              GmailSender.LIMIT,
              ReplyWindow.ALWAYS,
              Set.of(
                  Capabilities.Extra.SEND_LOOKUP,
                  Capabilities.Extra.THREADS,
                  Capabilities.Extra.OWNER_SEEN)),
          GmailConfig.SETTINGS,
          settings -> new GmailModule(GmailConfig.from(settings)),
          () -> Optional.of(new GmailStage()),
          new GmailLogin(GmailLogin.CONSENT));

  /** A read makes at most three slow calls after its budget is spent, in the port's 60 seconds. */
  static final Duration READ_TIMEOUT = Duration.ofSeconds(12);

  /** A send makes at most two calls and two for tokens, in the port's 30 seconds. */
  static final Duration SEND_TIMEOUT = Duration.ofSeconds(8);

  static final Duration TOKEN_TIMEOUT = Duration.ofSeconds(6);

  /** The largest mail we read, in base64 and with room for the JSON around it. */
  static final long MAX_READ_BYTES = MailLimits.DEFAULT.maxBytes() / 3L * 4 + (1 << 20);

  private static final long MAX_ANSWER_BYTES = 1 << 20;

  private final GmailConfig config;

  public GmailModule(GmailConfig config) {
    this.config = config;
  }

  @Provides
  @Singleton
  AccessTokens tokens(HttpClients clients, InstantSource time) {
    return new RefreshedTokens(tokenApi(clients, config.tokenEndpoint()), config, time);
  }

  static TokenApi tokenApi(HttpClients clients, URI endpoint) {
    HttpLimits limits = new HttpLimits(TOKEN_TIMEOUT, TOKEN_TIMEOUT, MAX_ANSWER_BYTES);
    return build(endpoint.resolve("/"), clients.client("google-oauth", limits, endpoint))
        .create(TokenApi.class);
  }

  @ProvidesIntoSet
  @Singleton
  ChannelReader reader(HttpClients clients, AccessTokens tokens, InstantSource time) {
    return new GmailReader(
        new GmailCalls(tokens, time),
        api(clients, READ_TIMEOUT, MAX_READ_BYTES),
        config.account(),
        time);
  }

  @ProvidesIntoSet
  @Singleton
  ChannelSender sender(HttpClients clients, AccessTokens tokens, InstantSource time) {
    return new GmailSender(
        new GmailCalls(tokens, time),
        api(clients, SEND_TIMEOUT, MAX_ANSWER_BYTES),
        config.account(),
        new Replies(config.owner()),
        time);
  }

  @ProvidesIntoSet
  @Singleton
  SendLookup lookup(HttpClients clients, AccessTokens tokens, InstantSource time) {
    return new GmailLookup(
        new GmailCalls(tokens, time),
        api(clients, SEND_TIMEOUT, MAX_ANSWER_BYTES),
        config.account(),
        new Replies(config.owner()));
  }

  @ProvidesIntoSet
  @Singleton
  ChannelCheck check(HttpClients clients, AccessTokens tokens, InstantSource time) {
    return new GmailCheck(
        new GmailCalls(tokens, time),
        api(clients, SEND_TIMEOUT, MAX_ANSWER_BYTES),
        config.account());
  }

  private GmailApi api(HttpClients clients, Duration timeout, long maxBytes) {
    HttpLimits limits = new HttpLimits(timeout, timeout, maxBytes);
    return build(config.api(), clients.client("gmail", limits, config.api()))
        .create(GmailApi.class);
  }

  private static Retrofit build(URI base, OkHttpClient client) {
    return new Retrofit.Builder()
        .baseUrl(base.toString())
        .client(client)
        .addConverterFactory(MoshiConverterFactory.create())
        .build();
  }
}
