package dev.moltbot.adapter.imap;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.moltbot.channel.Channel;
import dev.moltbot.domain.draft.ReplyWindow;
import dev.moltbot.port.Capabilities;
import dev.moltbot.port.ChannelCheck;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.SendLookup;
import dev.moltbot.wire.ApiCalls;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/**
 * Installs one mailbox. Needs an {@link InstantSource}, a {@link LongSupplier} of nanoseconds and
 * an {@link ApiCalls}.
 */
public final class ImapModule extends AbstractModule {
  /** Any mailbox, as it can be installed. */
  public static final Channel CHANNEL =
      new Channel(
          ImapConfig.CHANNEL,
          "any mailbox, read by IMAP and answered by SMTP",
          new Capabilities(
              Capabilities.Reading.LONG_POLLED,
              Capabilities.Sending.DIRECT,
              ImapSender.LIMIT,
              ReplyWindow.ALWAYS,
              Set.of(
                  Capabilities.Extra.SEND_LOOKUP,
                  Capabilities.Extra.THREADS,
                  Capabilities.Extra.OWNER_SEEN)),
          ImapConfig.SETTINGS,
          settings -> new ImapModule(ImapConfig.from(settings)),
          () -> Optional.of(new ImapStage()));

  private final ImapConfig config;
  private final Lines lines;
  private final Duration silence;

  public ImapModule(ImapConfig config) {
    this(config, (SSLSocketFactory) SSLSocketFactory.getDefault(), Bounds.SILENCE);
  }

  /** With other certificates to trust, and less patience. */
  ImapModule(ImapConfig config, SSLSocketFactory tls, Duration silence) {
    this.config = config;
    this.lines = new Lines(tls);
    this.silence = silence;
  }

  @ProvidesIntoSet
  @Singleton
  ChannelReader reader(ApiCalls record, LongSupplier nanos, InstantSource time) {
    return new ImapReader(imap(record, nanos).get(), config, time);
  }

  @ProvidesIntoSet
  @Singleton
  ChannelSender sender(ApiCalls record, LongSupplier nanos, InstantSource time) {
    return new ImapSender(smtp(record, nanos), copies(record, nanos), config, time);
  }

  @ProvidesIntoSet
  @Singleton
  SendLookup lookup(ApiCalls record, LongSupplier nanos) {
    return new ImapLookup(copies(record, nanos), config.account());
  }

  @ProvidesIntoSet
  @Singleton
  ChannelCheck check(ApiCalls record, LongSupplier nanos) {
    return new ImapCheck(imap(record, nanos), smtp(record, nanos), config);
  }

  private SentCopies copies(ApiCalls record, LongSupplier nanos) {
    return new SentCopies(imap(record, nanos), config);
  }

  /** Each a line of its own: they are not for two threads. */
  private Supplier<ImapCalls> imap(ApiCalls record, LongSupplier nanos) {
    return () -> new ImapCalls(config, lines, bounds(nanos, Bounds.IMAP_BYTES), record, nanos);
  }

  private SmtpCalls smtp(ApiCalls record, LongSupplier nanos) {
    return new SmtpCalls(config, lines, () -> bounds(nanos, Bounds.SMTP_BYTES), record, nanos);
  }

  private Bounds bounds(LongSupplier nanos, long maxBytes) {
    return new Bounds(nanos, silence, maxBytes);
  }
}
