package dev.moltbot.peers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import dev.moltbot.adapter.claude.ClaudeConfig;
import dev.moltbot.adapter.claude.ClaudeModule;
import dev.moltbot.adapter.desk.DeskConfig;
import dev.moltbot.adapter.desk.DeskModule;
import dev.moltbot.card.Cards;
import dev.moltbot.domain.approval.Verdict;
import dev.moltbot.domain.draft.DraftRequest;
import dev.moltbot.domain.draft.TextLimit;
import dev.moltbot.domain.message.Conversation;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.port.ApprovalDesk;
import dev.moltbot.port.AuditLog;
import dev.moltbot.port.Card;
import dev.moltbot.port.CardState;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.DeskResult;
import dev.moltbot.port.DraftResult;
import dev.moltbot.port.Drafter;
import dev.moltbot.port.Heard;
import dev.moltbot.port.OwnerAction;
import dev.moltbot.testkit.Messages;
import dev.moltbot.testkit.RecordedAudit;
import dev.moltbot.testkit.SettableTime;
import dev.moltbot.wire.HttpClients;
import dev.moltbot.wire.Secret;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Our adapters, each in front of the peer it is for. */
@Tag("peers")
class AdaptersOnPeersTest {
  private static final long OLENA = 7;
  private static final String TOKEN = "123456:peer-token";
  private static final Duration WAIT = Duration.ofSeconds(5);

  @Test
  void claudeDrafts() {
    try (var claude = new ClaudePeer("Friday suits me.")) {
      var config =
          new ClaudeConfig(
              claude.url(), Secret.of("any"), ClaudeConfig.DEFAULT_MODEL, "", Map.of());
      Drafter drafter = with(new ClaudeModule(config)).getInstance(Drafter.class);
      InboundMessage message = Messages.fromAda(Messages.account("gmail"), "m1", "Friday?");
      var conversation = new Conversation(message.conversation(), List.of(message));
      var request = new DraftRequest(conversation, "", "", TextLimit.bytes(1_000));
      var drafted = (DraftResult.Drafted) drafter.draft(request);
      assertThat(drafted.reply().value()).isEqualTo("Friday suits me.");
    }
  }

  @Test
  void theDeskShowsACardHearsATapAndTakesTheButtonsAway() {
    try (var telegram = new TelegramPeer(TOKEN, OLENA)) {
      ApprovalDesk desk = desk(telegram);
      Card card = Cards.card(1, "Friday suits me.");
      var shown = (DeskResult.Shown) desk.ask(card);
      TelegramPeer.Card onScreen = telegram.screen().getLast();
      assertThat(onScreen.text()).contains("Friday suits me.");

      telegram.taps(onScreen, "Approve");
      var heard = (Heard.Actions) desk.listen(Cursor.START, WAIT);
      var tapped = (OwnerAction.Tapped) heard.actions().getFirst();
      assertThat(tapped.verdict()).isInstanceOf(Verdict.Approve.class);
      assertThat(tapped.request()).isEqualTo(card.request().id());
      desk.acknowledge(tapped.tap(), "Noted");

      assertThat(desk.close(shown.where(), card, new CardState.Sent(SettableTime.NOON)))
          .isInstanceOf(DeskResult.Shown.class);
      assertThat(telegram.screen()).allMatch(part -> part.buttons().isEmpty());
      assertThat(((Heard.Actions) desk.listen(heard.next(), Duration.ZERO)).actions()).isEmpty();
    }
  }

  @Test
  void theDeskHearsAReplyToACardAndACommand() {
    try (var telegram = new TelegramPeer(TOKEN, OLENA)) {
      ApprovalDesk desk = desk(telegram);
      desk.ask(Cards.card(1, "Friday suits me."));
      telegram.repliesTo(telegram.screen().getLast().id(), "rewrite shorter");
      var heard = (Heard.Actions) desk.listen(Cursor.START, WAIT);
      assertThat(heard.actions()).singleElement().isInstanceOf(OwnerAction.Replied.class);
      telegram.says("/pause");
      var next = (Heard.Actions) desk.listen(heard.next(), WAIT);
      assertThat(next.actions())
          .containsExactly(new OwnerAction.Commanded(OwnerAction.Command.PAUSE));
    }
  }

  private static ApprovalDesk desk(TelegramPeer telegram) {
    var config = new DeskConfig(telegram.url(), Secret.of(TOKEN), OLENA, OLENA, ZoneOffset.UTC);
    return with(new DeskModule(config)).getInstance(ApprovalDesk.class);
  }

  private static Injector with(Module adapter) {
    return Guice.createInjector(
        adapter,
        new AbstractModule() {
          @Override
          protected void configure() {
            bind(HttpClients.class).toInstance(new HttpClients(call -> {}, System::nanoTime));
            bind(AuditLog.class).toInstance(new RecordedAudit());
            bind(InstantSource.class).toInstance(new SettableTime());
            bind(RandomGenerator.class).toInstance(new Random(1));
          }
        });
  }
}
