package dev.moltbot.adapter.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.model.CallbackQuery;
import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.MessageEntity;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.model.request.InlineKeyboardButton;
import com.pengrad.telegrambot.model.request.InlineKeyboardMarkup;
import com.pengrad.telegrambot.request.AnswerCallbackQuery;
import com.pengrad.telegrambot.request.EditMessageText;
import com.pengrad.telegrambot.request.GetMe;
import com.pengrad.telegrambot.request.GetUpdates;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.response.BaseResponse;
import com.pengrad.telegrambot.response.SendResponse;
import dev.moltbot.adapter.desk.FakePeople.Person;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A client that nobody here wrote takes the fake for Telegram. */
class FakeTelegramTest {
  private static final String TOKEN = "123456:canary-token";
  private static final Person OLENA = new Person(4711, "Olena");

  private final FakeTelegram telegram = FakeTelegram.start(TOKEN);
  private final TelegramBot bot =
      new TelegramBot.Builder(TOKEN).apiUrl(telegram.baseUrl() + "bot").build();

  @AfterEach
  void stop() {
    bot.shutdown();
    telegram.close();
  }

  @Test
  void givesAnUpdateAgainUntilItIsAcknowledged() {
    telegram.people().writes(OLENA, "one");
    telegram.people().writes(OLENA, "two");

    int first = poll(0).getFirst().updateId();
    assertThat(poll(0)).hasSize(2);
    assertThat(poll(first + 1)).extracting(u -> u.message().text()).containsExactly("two");
    assertThat(poll(0)).hasSize(1);
    assertThat(poll(first + 2)).isEmpty();
    assertThat(telegram.unacknowledged()).isZero();
  }

  @Test
  void holdsAPollUntilSomethingComes() {
    CompletableFuture<List<Update>> waiting =
        CompletableFuture.supplyAsync(() -> bot.execute(new GetUpdates().timeout(5)).updates());

    telegram.people().writes(OLENA, "here");

    assertThat(waiting.join()).hasSize(1);
  }

  @Test
  void readsDatesChatsAndSendersTheWayTelegramWritesThem() {
    telegram.people().writes(OLENA, "hello");

    Message message = poll(0).getFirst().message();

    assertThat(message.from().id()).isEqualTo(4711);
    assertThat(message.chat().id()).isEqualTo(4711);
    assertThat(message.date()).isBetween(1_700_000_000, 2_100_000_000);
    assertThat(bot.execute(new GetMe()).user().isBot()).isTrue();
  }

  @Test
  void bringsATapWithItsMessageAndData() {
    long card = send("card", "data").message().messageId();

    telegram.people().taps(OLENA, telegram.last(4711), "Approve");

    CallbackQuery tap = poll(0).getFirst().callbackQuery();
    assertThat(tap.data()).isEqualTo("data");
    assertThat((long) tap.maybeInaccessibleMessage().messageId()).isEqualTo(card);
    assertThat(bot.execute(new AnswerCallbackQuery(tap.id()).text("noted")).isOk()).isTrue();
    assertThat(telegram.toasts()).extracting(FakeTelegram.Toast::text).containsExactly("noted");
    assertThat(refusal(bot.execute(new AnswerCallbackQuery(tap.id())))).contains("too old");
  }

  @Test
  void measuresTextsAndButtons() {
    assertThat(send("x".repeat(4_096), "d".repeat(64)).isOk()).isTrue();
    assertThat(refusal(send("x".repeat(4_097), "d"))).contains("too long");
    assertThat(refusal(send("x", "ї".repeat(33)))).contains("BUTTON_DATA_INVALID");
    assertThat(refusal(send(" \n ", "d"))).contains("empty");
    assertThat(refusal(entity("x😀", 0, 2))).contains("ENTITY_BOUNDS");
    assertThat(refusal(entity("x", 0, 2))).contains("ENTITY_BOUNDS");
  }

  @Test
  void cleansTextsAsTelegramDoesAndMovesTheEntitiesAlong() {
    SendResponse sent = entity("\n a\u202E\tb\r\n", 4, 2);

    assertThat(sent.message().text()).isEqualTo("a b");
    assertThat(sent.message().entities()[0].offset()).isEqualTo(1);
    assertThat(sent.message().entities()[0].length()).isEqualTo(2);
  }

  @Test
  void editsAMessageAndRefusesAnEditThatChangesNothing() {
    int card = send("card", "data").message().messageId();

    assertThat(bot.execute(new EditMessageText(4711L, card, "sent")).isOk()).isTrue();
    assertThat(telegram.last(4711).text()).isEqualTo("sent");
    assertThat(telegram.last(4711).buttons()).isEmpty();
    assertThat(refusal(bot.execute(new EditMessageText(4711L, card, "sent"))))
        .contains("message is not modified");
    assertThat(refusal(bot.execute(new EditMessageText(4711L, 1, "sent"))))
        .contains("message to edit not found");
  }

  @Test
  void endsAnOlderPollWhenANewerOneComes() throws InterruptedException {
    CompletableFuture<BaseResponse> older =
        CompletableFuture.supplyAsync(() -> bot.execute(new GetUpdates().timeout(20)));
    while (telegram.requests("getUpdates").isEmpty()) {
      Thread.sleep(5);
    }
    Thread.sleep(50);
    poll(0);

    assertThat(refusal(older.join())).startsWith("Conflict: terminated by other getUpdates");
  }

  private List<Update> poll(int offset) {
    return bot.execute(new GetUpdates().offset(offset)).updates();
  }

  private SendResponse send(String text, String data) {
    return bot.execute(
        new SendMessage(4711L, text)
            .replyMarkup(
                new InlineKeyboardMarkup(new InlineKeyboardButton("Approve").callbackData(data))));
  }

  private SendResponse entity(String text, int offset, int length) {
    return bot.execute(
        new SendMessage(4711L, text)
            .entities(new MessageEntity(MessageEntity.Type.bold, offset, length)));
  }

  private static String refusal(BaseResponse response) {
    assertThat(response.isOk()).isFalse();
    return response.description();
  }
}
