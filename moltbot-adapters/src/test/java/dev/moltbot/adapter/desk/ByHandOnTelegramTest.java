package dev.moltbot.adapter.desk;

import static dev.moltbot.adapter.desk.DeskOnTelegram.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.pengrad.telegrambot.model.request.CopyTextButton;
import com.pengrad.telegrambot.model.request.InlineKeyboardMarkup;
import com.pengrad.telegrambot.utility.BotUtils;
import dev.moltbot.botapi.FakeJson;
import dev.moltbot.card.Cards;
import dev.moltbot.domain.approval.Verdict;
import dev.moltbot.port.Card;
import dev.moltbot.port.CardState;
import dev.moltbot.port.OwnerAction;
import dev.moltbot.port.ShownCard;
import dev.moltbot.testkit.SettableTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A card whose reply only the owner can send: the words to copy, and the word that it is done. */
class ByHandOnTelegramTest {
  private static final String REPLY = "Friday at noon suits me.\n\n<b>See</b> you, /pause _O_ ⟦x⟧";

  private final DeskOnTelegram it = new DeskOnTelegram();

  @AfterEach
  void stop() {
    it.close();
  }

  @Test
  void offersTheReplyAloneInAMessageThatOneTapCopies() {
    ShownCard where = DeskOnTelegram.shown(it.desk.ask(Cards.byHand(1, REPLY)));

    assertThat(where.parts()).hasSize(2);
    FakeTelegram.Shown copy = it.last();
    assertThat(copy.text()).isEqualTo(REPLY);
    assertThat(copy.entities()).hasSize(1);
    Map<String, Object> whole = copy.entities().getFirst();
    assertThat(whole).containsEntry("type", "pre");
    assertThat(FakeJson.number(whole, "offset", -1)).isZero();
    assertThat(FakeJson.number(whole, "length", -1)).isEqualTo(REPLY.length());
    FakeTelegram.Shown card = it.telegram.shown(OWNER.id()).getFirst();
    assertThat(card.text()).contains("Only you can send on this channel").doesNotContain("See");
    assertThat(card.buttons()).isEmpty();
  }

  @Test
  void hasAButtonThatCopiesAndOneThatSaysSentButNoneThatApproves() {
    it.desk.ask(Cards.byHand(1, REPLY));

    assertThat(it.last().buttons())
        .extracting(FakeTelegram.ShownButton::label)
        .containsExactly("Copy", "I sent it", "Rewrite", "Reject", "Later");
    assertThat(it.last().data("Copy")).isEqualTo(REPLY);
    assertThat(it.last().data("I sent it")).hasSize(ButtonSeal.LENGTH);
  }

  @Test
  void leavesTheCopyButtonOutWhereTheTextIsTooLongForIt() {
    it.desk.ask(Cards.byHand(1, "x".repeat(Button.MAX_COPY)));
    assertThat(it.last().data("Copy")).hasSize(Button.MAX_COPY);

    it.desk.ask(Cards.byHand(2, "x".repeat(Button.MAX_COPY + 1)));
    assertThat(it.last().buttons())
        .extracting(FakeTelegram.ShownButton::label)
        .containsExactly("I sent it", "Rewrite", "Reject", "Later");
  }

  @Test
  void losesNothingOfAReplyLongerThanAMessage() {
    String reply = "y".repeat(9_000);
    ShownCard where = DeskOnTelegram.shown(it.desk.ask(Cards.byHand(1, reply)));

    StringBuilder copied = new StringBuilder();
    it.telegram.shown(OWNER.id()).stream()
        .filter(message -> where.parts().contains(Long.toString(message.id())))
        .skip(1)
        .forEach(part -> copied.append(part.text()));
    assertThat(copied).hasToString(reply);
    assertThat(it.last().buttons()).hasSize(4);
  }

  @Test
  void hearsTheButtonAndBindsItToTheDigest() {
    Card card = Cards.byHand(1, REPLY);
    it.desk.ask(card);
    String tap = it.people().taps(OWNER, it.last(), "I sent it");

    assertThat(it.hear())
        .containsExactly(
            new OwnerAction.Tapped(
                card.request().id(),
                card.request().digest().hex().substring(0, 16),
                new Verdict.SentByHand(),
                Long.toString(it.last().id()),
                tap));
  }

  @Test
  void refusesAButtonSomeoneElseMade() {
    it.desk.ask(Cards.byHand(1, REPLY));
    String forged = it.last().data("Later").replaceFirst("^.", "S");
    it.people().tapsWith(OWNER, OWNER.id(), it.last().id(), forged);

    assertThat(it.hear().getFirst()).isInstanceOf(OwnerAction.Unclear.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sent", "Sent it!", "I sent it.", "надіслано", "Надіслала"})
  void hearsItInWords(String words) {
    it.people().writes(OWNER, words);
    assertThat(it.hear()).containsExactly(new OwnerAction.Said(new Verdict.SentByHand()));
  }

  @Test
  void closesUnderTheWordsAndTakesTheButtonsAway() {
    for (CardState state :
        List.of(new CardState.Sent(SettableTime.NOON), new CardState.Rejected())) {
      Card card = Cards.byHand(1, "z".repeat(5_000));
      ShownCard where = DeskOnTelegram.shown(it.desk.ask(card));

      it.desk.close(where, card, state);

      assertThat(it.last().buttons()).isEmpty();
      assertThat(it.last().text()).contains("zzz").doesNotContain("goes on");
    }
  }

  @Test
  void writesWhatAnotherClientsModelReads() {
    it.desk.ask(Cards.byHand(1, REPLY));

    Map<String, Object> sent = it.telegram.requests("sendMessage").getLast().parameters();
    InlineKeyboardMarkup keyboard =
        BotUtils.fromJson(
            FakeJson.write(FakeJson.map(sent.get("reply_markup"))), InlineKeyboardMarkup.class);
    assertThat(keyboard.inlineKeyboard()[0][0].copyText()).isEqualTo(new CopyTextButton(REPLY));
    assertThat(keyboard.inlineKeyboard()[0][1].callbackData()).hasSize(ButtonSeal.LENGTH);
  }
}
