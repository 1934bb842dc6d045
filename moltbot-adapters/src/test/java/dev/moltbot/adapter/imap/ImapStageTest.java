package dev.moltbot.adapter.imap;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import dev.moltbot.channel.Rehearsal;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import dev.moltbot.port.SendOutcome;
import dev.moltbot.setting.Settings;
import dev.moltbot.testkit.Approved;
import dev.moltbot.testkit.SettableTime;
import dev.moltbot.wire.ApiCalls;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/** The rehearsal: the channel as installed, against its own service on loopback. */
class ImapStageTest {

  @Test
  void playsAMailProvider() {
    try (Rehearsal.Stage stage = ImapModule.CHANNEL.rehearsal().open().orElseThrow()) {
      Settings settings = new Settings(stage.settings());
      Injector injector =
          Guice.createInjector(ImapModule.CHANNEL.module().apply(settings), new World());
      assertThat(settings.problems()).isEmpty();
      stage.receives(
          new Rehearsal.Line(
              "ada@example.net", "Ада", "Обід?", "О шостій?", true, SettableTime.NOON));
      ChannelReader reader = only(injector, new TypeLiteral<Set<ChannelReader>>() {});
      ReadResult read = reader.read(Cursor.START, 10, Duration.ZERO);
      assertThat(read).isInstanceOf(ReadResult.Batch.class);
      InboundMessage message = ((ReadResult.Batch) read).messages().getFirst();
      assertThat(message.content().text().reveal()).isEqualTo("О шостій?");

      ChannelSender sender = only(injector, new TypeLiteral<Set<ChannelSender>>() {});
      assertThat(sender.send(Approved.message(sender.account(), "Так.")))
          .isInstanceOf(SendOutcome.Delivered.class);
      assertThat(stage.sent()).containsExactly("Так.");
    }
  }

  private static <T> T only(Injector injector, TypeLiteral<Set<T>> type) {
    return injector.getInstance(Key.get(type)).iterator().next();
  }

  private static final class World extends AbstractModule {
    @Override
    protected void configure() {
      binder().requireExplicitBindings();
      bind(InstantSource.class).toInstance(new SettableTime());
      bind(LongSupplier.class).toInstance(System::nanoTime);
      bind(ApiCalls.class).toInstance(call -> {});
    }
  }
}
