package dev.moltbot.adapter.viber;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.OptionalBinder;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.moltbot.channel.Channel;
import dev.moltbot.domain.draft.ReplyWindow;
import dev.moltbot.hook.Receiver;
import dev.moltbot.hook.SpooledReader;
import dev.moltbot.port.Alerts;
import dev.moltbot.port.Capabilities;
import dev.moltbot.port.ChannelCheck;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.state.Spool;
import dev.moltbot.state.StateFolder;
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
 * Installs one Viber bot. Needs {@link HttpClients}, {@link StateFolders} and the clocks; {@link
 * Alerts} where there are any. Closing it closes the port.
 */
public final class ViberModule extends AbstractModule implements AutoCloseable {
  /** Viber, as it can be installed. */
  public static final Channel CHANNEL =
      new Channel(
          ViberConfig.CHANNEL,
          "your Viber bot; Viber brings its messages to a port on this machine",
          new Capabilities(
              Capabilities.Reading.PUSHED,
              Capabilities.Sending.DIRECT,
              ViberSender.LIMIT,
              ReplyWindow.ALWAYS,
              Set.of(Capabilities.Extra.WEBHOOK)),
          ViberConfig.SETTINGS,
          settings -> new ViberModule(ViberConfig.from(settings)),
          () -> Optional.of(new ViberStage()));

  /** A read asks Viber twice at most and then waits, all in the port's 60 seconds. */
  static final Duration ASK_TIMEOUT = Duration.ofSeconds(6);

  static final Duration SEND_TIMEOUT = Duration.ofSeconds(20);
  private static final long MAX_ANSWER_BYTES = 1 << 20;

  private final ViberConfig config;
  private final AtomicReference<@Nullable Receiver> open = new AtomicReference<>();

  public ViberModule(ViberConfig config) {
    this.config = config;
  }

  @Override
  protected void configure() {
    OptionalBinder.newOptionalBinder(binder(), Alerts.class);
  }

  @Provides
  @Singleton
  ViberCalls calls(InstantSource time) {
    return new ViberCalls(config.token(), time);
  }

  @Provides
  @Singleton
  Registration registration(ViberCalls calls, HttpClients clients, InstantSource time) {
    return new Registration(calls, api(clients, ASK_TIMEOUT), config, time);
  }

  @Provides
  @Singleton
  TakenReplies taken(StateFolders folders, Optional<Alerts> alerts, InstantSource time) {
    return new TakenReplies(folder(folders), alerts, config.account().toString(), time);
  }

  /** Listens from now on, whether or not anyone reads: what comes is kept. */
  @ProvidesIntoSet
  @Singleton
  ChannelReader reader(
      StateFolders folders,
      Registration registration,
      TakenReplies taken,
      InstantSource time,
      LongSupplier nanos) {
    var spool = new Spool(folder(folders).within("spool"), time);
    var receiver = new Receiver(config.hook(), spool, nanos);
    open.set(receiver);
    receiver.open(); // Why it cannot, the reader says.
    return new SpooledReader(
        config.account(),
        spool,
        new Callbacks(config.account(), taken, time),
        () -> receiver.open().or(registration::obstacle));
  }

  @ProvidesIntoSet
  @Singleton
  ChannelSender sender(
      ViberCalls calls, HttpClients clients, Registration registration, TakenReplies taken) {
    return new ViberSender(calls, api(clients, SEND_TIMEOUT), config, registration, taken);
  }

  @ProvidesIntoSet
  @Singleton
  ChannelCheck check(ViberCalls calls, HttpClients clients) {
    return new ViberCheck(calls, api(clients, ASK_TIMEOUT), config);
  }

  @Override
  public void close() {
    Receiver receiver = open.getAndSet(null);
    if (receiver != null) {
      receiver.close();
    }
  }

  private static StateFolder folder(StateFolders folders) {
    return folders.of(ViberConfig.CHANNEL);
  }

  private ViberApi api(HttpClients clients, Duration timeout) {
    HttpLimits limits = new HttpLimits(timeout, timeout, MAX_ANSWER_BYTES);
    return new Retrofit.Builder()
        .baseUrl(config.api().toString())
        .client(clients.client("viber", limits, config.api()))
        .addConverterFactory(MoshiConverterFactory.create())
        .build()
        .create(ViberApi.class);
  }
}
