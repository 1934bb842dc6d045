package dev.moltbot.adapter.mailbox;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.moltbot.mime.MailLimits;
import dev.moltbot.mime.Replies;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.SendLookup;
import java.time.InstantSource;

/** Installs a mailbox file as a channel. Needs an {@link InstantSource}. */
public final class MailboxModule extends AbstractModule {
  private final MailboxConfig config;

  public MailboxModule(MailboxConfig config) {
    this.config = config;
  }

  @ProvidesIntoSet
  @Singleton
  ChannelReader reader() {
    return new ReadAhead(new MailboxReader(config, MailLimits.DEFAULT));
  }

  @ProvidesIntoSet
  @Singleton
  ChannelSender sender(InstantSource time) {
    return new OutboxSender(config.account(), outbox(), time);
  }

  @ProvidesIntoSet
  @Singleton
  SendLookup lookup() {
    return new OutboxLookup(config.account(), outbox());
  }

  private Outbox outbox() {
    return new Outbox(config.outbox(), new Replies(config.ownerAddress()));
  }
}
