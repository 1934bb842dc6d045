package dev.moltbot.adapter.instagram;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.moltbot.channel.Calls;
import dev.moltbot.channel.Channel;
import dev.moltbot.port.Capabilities;
import dev.moltbot.port.ChannelCheck;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.state.Spool;
import dev.moltbot.state.StateFolders;
import dev.moltbot.wire.HttpClients;
import dev.moltbot.wire.HttpLimits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/**
 * Installs one Instagram account. Needs {@link HttpClients}, {@link StateFolders}, an {@link
 * InstantSource} and a running count of nanoseconds. Closing it closes the port, if there is one.
 */
public final class InstagramModule extends AbstractModule implements AutoCloseable {
  /** Instagram, as it can be installed. */
  public static final Channel CHANNEL =
      new Channel(
          InstagramConfig.CHANNEL,
          "direct messages of your professional Instagram account",
          new Capabilities(
              Capabilities.Reading.POLLED,
              Capabilities.Sending.DIRECT,
              InstagramSender.LIMIT,
              InstagramSender.WINDOW,
              Set.of(Capabilities.Extra.OWNER_SEEN, Capabilities.Extra.WEBHOOK)),
          InstagramConfig.SETTINGS,
          settings -> new InstagramModule(InstagramConfig.from(settings)),
          () -> Optional.of(new InstagramStage()));

  /** A read begins no call after 20 seconds, and makes two more at most, in the port's 60. */
  static final Duration READ_TIMEOUT = Duration.ofSeconds(12);

  static final Duration SEND_TIMEOUT = Duration.ofSeconds(20);

  /** A check makes two calls and waits for its turn, in the port's 20 seconds. */
  static final Duration CHECK_TIMEOUT = Duration.ofSeconds(8);

  static final Duration TOKEN_TIMEOUT = Duration.ofSeconds(8);

  /** Twenty messages of 1,000 bytes, each with what Instagram says of its attachments. */
  private static final long MAX_ANSWER_BYTES = 4L << 20;

  private final InstagramConfig config;
  private final Rate.Nap nap;
  private final AtomicReference<@Nullable Pushes> open = new AtomicReference<>();

  public InstagramModule(InstagramConfig config) {
    this(config, Thread::sleep);
  }

  InstagramModule(InstagramConfig config, Rate.Nap nap) {
    this.config = config;
    this.nap = nap;
  }

  @Provides
  @Singleton
  Rate rate(LongSupplier nanos) {
    return new Rate(nanos, nap);
  }

  @Provides
  @Singleton
  Tokens tokens(HttpClients clients, StateFolders folders, InstantSource time) {
    return new Tokens(
        api(clients, TOKEN_TIMEOUT),
        new Calls(new GraphErrors(), time),
        config.token(),
        folders.of(InstagramConfig.CHANNEL),
        time);
  }

  @Provides
  @Singleton
  Owner owner(HttpClients clients, Tokens tokens, Rate rate, InstantSource time) {
    return new Owner(graph(api(clients, READ_TIMEOUT), tokens, rate, time), config);
  }

  @Provides
  @Singleton
  Pushes pushes(StateFolders folders, Owner owner, InstantSource time, LongSupplier nanos) {
    var spool = new Spool(folders.of(InstagramConfig.CHANNEL).within("spool"), time);
    Pushes pushes =
        Optional.ofNullable(config.webhook())
            .map(webhook ->
                Pushes.to(
                    webhook, config.account(), spool, new Events(config.account(), owner), nanos))
            .orElseGet(() -> Pushes.none(config.account()));
    open.set(pushes);
    return pushes;
  }

  @ProvidesIntoSet
  @Singleton
  ChannelReader reader(
      HttpClients clients,
      Tokens tokens,
      Rate rate,
      Owner owner,
      Pushes pushes,
      InstantSource time) {
    Graph graph = graph(api(clients, READ_TIMEOUT), tokens, rate, time);
    var polled = new PolledReader(graph, owner, tokens, config.account(), time);
    return new InstagramReader(polled, pushes.reader(), owner);
  }

  @ProvidesIntoSet
  @Singleton
  ChannelSender sender(HttpClients clients, Tokens tokens, Rate rate, InstantSource time) {
    Graph graph = graph(api(clients, SEND_TIMEOUT), tokens, rate, time);
    return new InstagramSender(graph, config.account());
  }

  @ProvidesIntoSet
  @Singleton
  ChannelCheck check(
      HttpClients clients, Tokens tokens, Rate rate, Pushes pushes, InstantSource time) {
    Graph graph = graph(api(clients, CHECK_TIMEOUT), tokens, rate, time);
    Owner asked = new Owner(graph, config);
    return new InstagramCheck(graph, asked, tokens, pushes, config.account(), time);
  }

  @Override
  public void close() {
    Pushes pushes = open.getAndSet(null);
    if (pushes != null) {
      pushes.close();
    }
  }

  private static Graph graph(InstagramApi api, Tokens tokens, Rate rate, InstantSource time) {
    return new Graph(api, new Calls(new GraphErrors(), time), tokens, rate);
  }

  private InstagramApi api(HttpClients clients, Duration timeout) {
    HttpLimits limits = new HttpLimits(timeout, timeout, MAX_ANSWER_BYTES);
    return new Retrofit.Builder()
        .baseUrl(config.api().toString())
        .client(clients.client(InstagramConfig.CHANNEL.value(), limits, config.api()))
        .addConverterFactory(MoshiConverterFactory.create(Json.MOSHI))
        .build()
        .create(InstagramApi.class);
  }
}
