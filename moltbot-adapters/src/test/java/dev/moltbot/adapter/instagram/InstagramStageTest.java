package dev.moltbot.adapter.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import dev.moltbot.channel.Rehearsal;
import dev.moltbot.domain.draft.Destination;
import dev.moltbot.domain.draft.Draft;
import dev.moltbot.domain.draft.DraftText;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import dev.moltbot.port.SendOutcome;
import dev.moltbot.setting.Settings;
import dev.moltbot.state.StateFolders;
import dev.moltbot.testkit.Approved;
import dev.moltbot.testkit.CountingIds;
import dev.moltbot.testkit.SettableTime;
import dev.moltbot.wire.HttpClients;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rehearsal: the channel as installed reads what is played to it, and what it sends arrives.
 */
class InstagramStageTest {
  @TempDir Path folder;

  @Test
  void playsInstagramToTheChannelAsInstalled() {
    try (Rehearsal.Stage stage = InstagramModule.CHANNEL.rehearsal().open().orElseThrow()) {
      stage.receives(
          new Rehearsal.Line("taras_k", "Taras", "", "Is it open?", false, SettableTime.NOON));
      var settings = new Settings(stage.settings());
      Injector injector =
          Guice.createInjector(
              InstagramModule.CHANNEL.module().apply(settings), new Surroundings());
      assertThat(settings.problems()).isEmpty();
      ChannelReader reader =
          injector.getInstance(Key.get(new TypeLiteral<Set<ChannelReader>>() {})).iterator().next();
      var batch = (ReadResult.Batch) reader.read(Cursor.START, 10, Duration.ZERO);
      InboundMessage message = batch.messages().getFirst();
      ChannelSender sender =
          injector.getInstance(Key.get(new TypeLiteral<Set<ChannelSender>>() {})).iterator().next();
      Draft reply =
          new Draft(
              new CountingIds().draft(),
              message.id(),
              Destination.answering(message),
              DraftText.of("Yes, until eight."));
      assertThat(sender.send(Approved.release(reply))).isInstanceOf(SendOutcome.Delivered.class);
      assertThat(stage.sent()).containsExactly("Yes, until eight.");
    }
  }

  private final class Surroundings extends AbstractModule {
    @Override
    protected void configure() {
      bind(InstantSource.class).toInstance(new SettableTime());
      bind(LongSupplier.class).toInstance(System::nanoTime);
      bind(StateFolders.class).toInstance(new StateFolders(folder));
      bind(HttpClients.class).toInstance(new HttpClients(call -> {}, System::nanoTime));
    }
  }
}
