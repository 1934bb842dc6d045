package dev.moltbot.adapter.telegram;

import static dev.moltbot.adapter.telegram.TelegramRig.ADA;
import static dev.moltbot.adapter.telegram.TelegramRig.CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.request.GetBusinessConnection;
import com.pengrad.telegrambot.request.GetUpdates;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.response.SendResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that nobody here wrote takes the fake for Telegram. */
class IndependentClientTest {
  @TempDir private Path folder;
  private TelegramRig rig;
  private TelegramBot bot;

  @BeforeEach
  void open() {
    rig = new TelegramRig(folder);
    bot =
        new TelegramBot.Builder(FakeTelegramBusiness.TOKEN)
            .apiUrl(rig.telegram.url() + "bot")
            .build();
  }

  @AfterEach
  void close() {
    bot.shutdown();
    rig.close();
  }

  @Test
  void readsTheConnectionAndTheMessage() {
    rig.telegram.chats.writes(CONNECTION, ADA, "Lunch?");
    List<Update> updates = bot.execute(new GetUpdates()).updates();
    assertThat(updates.getFirst().businessConnection().user().id()).isEqualTo(4_711L);
    assertThat(updates.getFirst().businessConnection().rights().canReply()).isTrue();
    assertThat(updates.getLast().businessMessage().text()).isEqualTo("Lunch?");
    assertThat(updates.getLast().businessMessage().businessConnectionId()).isEqualTo(CONNECTION);
    assertThat(bot.execute(new GetBusinessConnection(CONNECTION)).businessConnection().isEnabled())
        .isTrue();
  }

  @Test
  void answersAsTheOwner() {
    rig.telegram.chats.writes(CONNECTION, ADA, "Lunch?");
    SendResponse sent =
        bot.execute(new SendMessage(ADA.id(), "Gladly.").businessConnectionId(CONNECTION));
    assertThat(sent.message().from().id()).isEqualTo(4_711L);
    assertThat(sent.message().senderBusinessBot().id()).isEqualTo(654_321L);
    assertThat(
            bot.execute(new SendMessage(9L, "hello").businessConnectionId(CONNECTION))
                .description())
        .isEqualTo("Bad Request: chat not found");
  }
}
