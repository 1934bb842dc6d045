package dev.moltbot.adapter.whatsapp;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.moltbot.channel.Channel;
import dev.moltbot.domain.draft.ReplyWindow;
import dev.moltbot.port.Alerts;
import dev.moltbot.port.Capabilities;
import dev.moltbot.port.ChannelCheck;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.state.Spool;
import dev.moltbot.state.StateFolder;
import dev.moltbot.state.StateFolders;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Installs one WhatsApp account. Needs {@link StateFolders}, {@link Alerts} and the clocks; the
 * bridge is started by the first read or send, and ended by {@link #close}.
 */
public final class WhatsappModule extends AbstractModule implements AutoCloseable {
  /** WhatsApp, as it can be installed. */
  public static final Channel CHANNEL =
      new Channel(
          WhatsappConfig.CHANNEL,
          "your WhatsApp chats, as a device linked with your phone (not an API of WhatsApp's)",
          new Capabilities(
              Capabilities.Reading.PUSHED,
              Capabilities.Sending.DIRECT,
              WhatsappSender.LIMIT,
              ReplyWindow.ALWAYS,
              Set.of(Capabilities.Extra.CLIENT_CHOSEN_ID, Capabilities.Extra.OWNER_SEEN)),
          WhatsappConfig.SETTINGS,
          settings -> new WhatsappModule(WhatsappConfig.from(settings)),
          new WhatsappRehearsal(),
          new WhatsappLogin());

  private final WhatsappConfig config;
  private final AtomicReference<@Nullable Bridge> running = new AtomicReference<>();

  public WhatsappModule(WhatsappConfig config) {
    this.config = config;
  }

  @Provides
  @Singleton
  Links links(StateFolders folders) {
    return Links.in(folders.of(WhatsappConfig.CHANNEL), config.key());
  }

  @Provides
  @Singleton
  Bridge bridge(
      StateFolders folders,
      Links links,
      InstantSource time,
      LongSupplier nanos,
      RandomGenerator random) {
    StateFolder folder = folders.of(WhatsappConfig.CHANNEL);
    var parts =
        new Bridge.Parts(
            config.program(),
            links,
            new LinkLock(folder),
            new Spool(folder.within("inbox"), time),
            Patience.usual(nanos, random),
            time);
    var bridge = new Bridge(parts, config.digits());
    running.set(bridge);
    return bridge;
  }

  @ProvidesIntoSet
  @Singleton
  ChannelReader reader(Bridge bridge, Alerts alerts, InstantSource time) {
    return new WhatsappReader(bridge, new WhatsappMessages(config.account()), alerts, time);
  }

  @ProvidesIntoSet
  @Singleton
  ChannelSender sender(Bridge bridge) {
    return new WhatsappSender(bridge, config.account());
  }

  @ProvidesIntoSet
  @Singleton
  ChannelCheck check(Links links, Bridge bridge) {
    return new WhatsappCheck(config.account(), links, config.program(), bridge);
  }

  @Override
  public void close() {
    Bridge bridge = running.get();
    if (bridge != null) {
      bridge.close();
    }
  }
}
