package dev.moltbot.adapter.desk;

import static dev.moltbot.adapter.desk.DeskOnTelegram.OWNER;
import static dev.moltbot.adapter.desk.DeskOnTelegram.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moltbot.botapi.BotAddress;
import dev.moltbot.card.Cards;
import dev.moltbot.domain.approval.Verdict;
import dev.moltbot.domain.draft.DraftText;
import dev.moltbot.port.ApprovalDesk;
import dev.moltbot.port.Card;
import dev.moltbot.port.CardState;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.Heard;
import dev.moltbot.port.OwnerAction;
import dev.moltbot.port.OwnerAction.Command;
import dev.moltbot.port.ShownCard;
import dev.moltbot.wire.Secret;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the desk makes of taps and words. */
class TelegramDeskTest {
  private final DeskOnTelegram it = new DeskOnTelegram();
  private final Card card = Cards.card(1, "Friday at noon suits me.");

  @AfterEach
  void stop() {
    it.close();
  }

  @Test
  void hearsTheVerdictOfEveryButton() {
    it.desk.ask(card);
    for (String label : List.of("Approve", "Rewrite", "Reject", "Later")) {
      it.people().taps(OWNER, it.last(), label);
    }

    assertThat(it.hear())
        .extracting(action -> ((OwnerAction.Tapped) action).verdict())
        .containsExactly(
            new Verdict.Approve(),
            new Verdict.Rewrite(""),
            new Verdict.Reject(),
            new Verdict.Later());
  }

  @Test
  void bindsATapToTheRequestAndTheDigestOfItsCard() {
    it.desk.ask(card);
    String tap = it.people().taps(OWNER, it.last(), "Approve");

    assertThat(it.hear())
        .containsExactly(
            new OwnerAction.Tapped(
                card.request().id(),
                card.request().digest().hex().substring(0, 16),
                new Verdict.Approve(),
                Long.toString(it.last().id()),
                tap));
  }

  @Test
  void understandsATapOnACardFromBeforeARestart() {
    it.desk.ask(card);
    it.people().taps(OWNER, it.last(), "Approve");

    Heard heard = it.newDesk().listen(Cursor.START, Duration.ZERO);

    assertThat(((Heard.Actions) heard).actions().getFirst()).isInstanceOf(OwnerAction.Tapped.class);
  }

  @Test
  void reportsADoubleTapAndASecondPhoneAsTwoTapsOnOneRequest() {
    it.desk.ask(card);
    it.people().taps(OWNER, it.last(), "Approve");
    it.people().taps(OWNER, it.last(), "Reject");

    assertThat(it.hear())
        .hasSize(2)
        .allMatch(a -> ((OwnerAction.Tapped) a).request().equals(card.request().id()));
  }

  @Test
  void passesOnATapOnACardThatEndedForTheStoresToRefuse() {
    ShownCard where = DeskOnTelegram.shown(it.desk.ask(card));
    FakeTelegram.Shown stale = it.last();
    it.desk.close(where, card, new CardState.Rejected());
    it.people().taps(OWNER, stale, "Approve");

    assertThat(it.hear().getFirst()).isInstanceOf(OwnerAction.Tapped.class);
    assertThat(it.last().buttons()).isEmpty();
  }

  @Test
  void bindsATapToItsButtonAndNotToTheMessageItClaimsToHangOn() {
    it.desk.ask(card);
    String data = it.last().data("Approve");
    it.desk.ask(Cards.card(2, "another"));
    it.people().tapsWith(OWNER, OWNER.id(), it.last().id(), data);

    OwnerAction.Tapped tapped = (OwnerAction.Tapped) it.hear().getFirst();
    assertThat(tapped.request()).isEqualTo(card.request().id());
    assertThat(card.request().digest().hex()).startsWith(tapped.digestPrefix());
  }

  @Test
  void refusesChangedButtonsAndThoseOfAnotherToken() {
    it.desk.ask(card);
    FakeTelegram.Shown shown = it.last();
    String data = shown.data("Reject");
    it.people().tapsWith(OWNER, OWNER.id(), shown.id(), "A" + data.substring(1));
    it.people().tapsWith(OWNER, OWNER.id(), shown.id(), "");
    it.people().tapsWith(OWNER, OWNER.id(), shown.id(), "approve");
    String other =
        new ButtonSeal("123456:other", OWNER.id(), OWNER.id())
            .write(new Button('A', card.request().id().value(), 1));
    it.people().tapsWith(OWNER, OWNER.id(), shown.id(), other);

    assertThat(it.hear())
        .hasSize(4)
        .allMatch(action ->
            action instanceof OwnerAction.Unclear unclear
                && unclear.why().equals(Meaning.FOREIGN_BUTTON)
                && !unclear.tap().isEmpty());
  }

  @Test
  void keepsSilentTowardsEverybodyElseAndReportsThem() {
    it.desk.ask(card);
    FakeTelegram.Shown shown = it.last();
    it.people().writes(STRANGER, "approve");
    it.people().tapsWith(STRANGER, OWNER.id(), shown.id(), shown.data("Approve"));
    it.people().tapsWith(STRANGER, STRANGER.id(), shown.id(), shown.data("Approve"));
    it.people().writesInGroup(OWNER, "approve");
    it.people().writesAnonymously("approve");
    it.people().posts("approve");
    it.people().asksInline(STRANGER, "approve");
    it.people().changesMembership(STRANGER);
    it.people().sends("message_of_the_future", Map.of("from", FakePeople.user(OWNER)));
    it.people().sends("message", Map.of("message_id", "not a number"));
    int calls = it.telegram.requests("sendMessage").size();

    List<OwnerAction> actions = it.hear();

    assertThat(actions).hasSize(10).allMatch(OwnerAction.Stranger.class::isInstance);
    assertThat(actions.toString()).doesNotContain("4712", "Olena");
    assertThat(it.telegram.requests("sendMessage")).hasSize(calls);
    assertThat(it.telegram.toasts()).isEmpty();
  }

  @Test
  void tellsTheOwnerThatForwardsEditsAndPhotosDoNotCount() {
    it.desk.ask(card);
    long said = it.people().writes(OWNER, "hello");
    it.hear();
    it.people().edits(OWNER, said, "approve");
    it.people().forwards(OWNER, STRANGER, "approve");
    it.people().writesVia(OWNER, STRANGER, "approve");
    it.people().sendsPhoto(OWNER);

    assertThat(it.hear()).hasSize(4).allMatch(OwnerAction.Unclear.class::isInstance);
  }

  @Test
  void takesAReplyForAVerdictOrTheOwnersOwnWords() {
    it.desk.ask(card);
    long part = it.last().id();
    for (String text : List.of("дозволяю", "no", "перепиши коротше", "no problem, see you")) {
      it.people().replies(OWNER, part, text);
    }

    assertThat(it.hear())
        .containsExactly(
            replied(part, new Verdict.Approve()),
            replied(part, new Verdict.Reject()),
            replied(part, new Verdict.Rewrite("коротше")),
            replied(part, new Verdict.Replace(DraftText.of("no problem, see you"))));
  }

  @Test
  void takesWordsWithoutAReplyOnlyWhenTheyAreAVerdict() {
    it.people().writes(OWNER, "Approve");
    it.people().writes(OWNER, "hello there");

    assertThat(it.hear())
        .containsExactly(
            new OwnerAction.Said(new Verdict.Approve()),
            new OwnerAction.Unclear("To answer a card, reply to it.", ""));
  }

  @Test
  void hearsCommands() {
    for (String text :
        List.of(
            "/start x", "/pending", "/status@moltbot_desk_bot", "/pause", "/resume ", "/help")) {
      it.people().writes(OWNER, text);
    }
    it.people().writes(OWNER, "/approve");

    List<OwnerAction> actions = it.hear();

    assertThat(actions.subList(0, 6))
        .extracting(action -> ((OwnerAction.Commanded) action).command())
        .containsExactly(
            Command.HELP,
            Command.PENDING,
            Command.STATUS,
            Command.PAUSE,
            Command.RESUME,
            Command.HELP);
    assertThat(actions.getLast()).isInstanceOf(OwnerAction.Unclear.class);
  }

  @Test
  void hearsAQuestionWithAllItsLinesInBothLanguages() {
    it.desk.ask(card);
    it.people().writes(OWNER, "/ask When do I fly?\nAnd from where?");
    it.people().writes(OWNER, "/ask@moltbot_desk_bot  x ");
    it.people().replies(OWNER, it.last().id(), "/спитай approve");
    it.people().writes(OWNER, "/ask");
    it.people().writes(OWNER, "/asking");

    List<OwnerAction> actions = it.hear();

    assertThat(actions.subList(0, 4))
        .extracting(action -> ((OwnerAction.Asked) action).words())
        .containsExactly("When do I fly?\nAnd from where?", "x", "approve", "");
    assertThat(actions.subList(0, 4))
        .extracting(action -> ((OwnerAction.Asked) action).message())
        .doesNotHaveDuplicates();
    assertThat(actions.getLast()).isInstanceOf(OwnerAction.Unclear.class);
  }

  @Test
  void hearsEverythingAgainUntilTheCursorMoves() {
    it.people().writes(OWNER, "/help");

    Heard first = it.desk.listen(Cursor.START, Duration.ZERO);
    assertThat(it.desk.listen(Cursor.START, Duration.ZERO)).isEqualTo(first);
    Cursor next = ((Heard.Actions) first).next();
    assertThat(it.desk.listen(next, Duration.ZERO)).isEqualTo(new Heard.Actions(List.of(), next));
    assertThat(it.telegram.unacknowledged()).isZero();
  }

  @Test
  void setsTheMenuOnceForTheOwnersChatAlone() {
    it.hear();
    it.hear();

    assertThat(it.telegram.requests("setMyCommands"))
        .hasSize(2)
        .allMatch(
            r -> Map.of("type", "chat", "chat_id", 4711L).equals(r.parameters().get("scope")));
  }

  @Test
  void acknowledgesATapAndDoesNotMindThatItIsTooLate() {
    it.desk.ask(card);
    String first = it.people().taps(OWNER, it.last(), "Approve");
    it.desk.acknowledge(first, "w".repeat(300));
    String second = it.people().taps(OWNER, it.last(), "Approve");
    it.telegram.ageTaps();
    it.desk.acknowledge(second, "Noted.");

    assertThat(it.telegram.toasts())
        .containsExactly(new FakeTelegram.Toast(first, "w".repeat(200)));
  }

  @Test
  void stopsOrPausesWithAReasonThatHoldsNoToken() {
    it.telegram.failNext("getUpdates", FakeFault.otherPoller());
    assertThat(it.desk.listen(Cursor.START, Duration.ZERO))
        .isEqualTo(new Heard.Unreachable(BotCalls.CONFLICT_PAUSE, BotCalls.OTHER_POLLER));

    it.telegram.changeToken("123456:new");
    ApprovalDesk desk = it.desk;
    assertThat(desk.listen(Cursor.START, Duration.ZERO)).isInstanceOf(Heard.Stopped.class);
    assertThat(desk.ask(card).toString()).contains("@BotFather").doesNotContain("canary");
    assertThat(desk.toString() + desk.account()).doesNotContain("canary").contains("123456");
  }

  @Test
  void refusesAGroupAsTheOwnersChat() {
    Secret token = Secret.of(DeskOnTelegram.TOKEN);

    assertThatThrownBy(() -> new DeskConfig(BotAddress.TELEGRAM, token, 4711, -100, ZoneOffset.UTC))
        .hasMessageContaining("negative ones are groups");
    assertThat(new DeskConfig(BotAddress.TELEGRAM, token, 1, 1, ZoneOffset.UTC).toString())
        .doesNotContain("canary");
  }

  private static OwnerAction replied(long part, Verdict verdict) {
    return new OwnerAction.Replied(Long.toString(part), verdict);
  }
}
