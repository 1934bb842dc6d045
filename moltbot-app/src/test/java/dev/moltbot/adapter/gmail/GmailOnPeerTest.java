package dev.moltbot.adapter.gmail;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import dev.moltbot.domain.draft.Destination;
import dev.moltbot.domain.draft.Draft;
import dev.moltbot.domain.draft.DraftId;
import dev.moltbot.domain.draft.DraftText;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.peers.GooglePeer;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import dev.moltbot.port.SendOutcome;
import dev.moltbot.testkit.Approved;
import dev.moltbot.wire.HttpClients;
import dev.moltbot.wire.Secret;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Our Gmail adapter in front of a Gmail that nobody here wrote. */
@Tag("peers")
class GmailOnPeerTest {
  private static final String OLENA = "olena@example.org";
  private static final InstantSource CLOCK = InstantSource.system();
  private static final int LIMIT = 100;

  private final List<InboundMessage> read = new ArrayList<>();

  @Test
  void readsWhatComesInAnswersItOnceAndSeesItsOwnAnswer() {
    try (var google = new GooglePeer(OLENA)) {
      Injector injector = injector(google);
      ChannelReader reader = only(injector, new TypeLiteral<Set<ChannelReader>>() {});
      google.receives(mail(1));
      Cursor cursor = drain(reader, Cursor.START);
      google.receives(mail(2));
      cursor = drain(reader, cursor);
      assertThat(read)
          .extracting(message -> message.content().text().reveal())
          .containsExactly("Friday 1?", "Friday 2?");

      ChannelSender sender = only(injector, new TypeLiteral<Set<ChannelSender>>() {});
      assertThat(sender.send(Approved.release(answer(read.getFirst()))))
          .isInstanceOf(SendOutcome.Delivered.class);
      assertThat(google.sent())
          .singleElement()
          .asString()
          .contains("Yes.", "In-Reply-To: <m1@example.net>", "Subject: Re: Lunch?");
      drain(reader, cursor);
      assertThat(read).hasSize(3);
      assertThat(read.getLast().has(Trait.FROM_OWNER)).isTrue();
      assertThat(read.getLast().conversation()).isEqualTo(read.getFirst().conversation());
    }
  }

  private static String mail(int number) {
    return """
    From: Ada <ada@example.net>
    To: olena@example.org
    Subject: Lunch?
    Message-ID: <m%d@example.net>
    Date: %s

    Friday %d?
    """
        .formatted(number, today(), number);
  }

  /** The first read goes back a fortnight, and the emulator believes what a mail says. */
  private static String today() {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(CLOCK.instant().atZone(ZoneOffset.UTC));
  }

  private static Draft answer(InboundMessage message) {
    return new Draft(
        new DraftId(new UUID(1, 1)),
        message.id(),
        Destination.answering(message),
        DraftText.of("Yes."));
  }

  private Cursor drain(ChannelReader reader, Cursor from) {
    ReadResult result = reader.read(from, LIMIT, Duration.ZERO);
    assertThat(result).isInstanceOf(ReadResult.Batch.class);
    var batch = (ReadResult.Batch) result;
    assertThat(batch.quarantined()).isEmpty();
    read.addAll(batch.messages());
    return batch.more() ? drain(reader, batch.next()) : batch.next();
  }

  private static <T> T only(Injector injector, TypeLiteral<Set<T>> type) {
    Set<T> all = injector.getInstance(Key.get(type));
    assertThat(all).hasSize(1);
    return all.iterator().next();
  }

  private static Injector injector(GooglePeer google) {
    var config =
        new GmailConfig(
            OLENA,
            google.url(),
            google.url().resolve("token"),
            GooglePeer.CLIENT_ID,
            Secret.of(GooglePeer.CLIENT_SECRET),
            Secret.of(google.refreshToken()));
    return Guice.createInjector(
        new GmailModule(config),
        new AbstractModule() {
          @Override
          protected void configure() {
            bind(HttpClients.class).toInstance(new HttpClients(call -> {}, System::nanoTime));
            bind(InstantSource.class).toInstance(CLOCK);
          }
        });
  }
}
