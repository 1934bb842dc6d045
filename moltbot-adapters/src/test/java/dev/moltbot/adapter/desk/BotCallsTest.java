package dev.moltbot.adapter.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.Moshi;
import dev.moltbot.adapter.desk.TelegramApi.Message;
import dev.moltbot.adapter.desk.TelegramApi.SendMessage;
import dev.moltbot.botapi.BotAddress;
import dev.moltbot.botapi.BotApi.GetUpdates;
import dev.moltbot.botapi.BotApi.LinkPreview;
import dev.moltbot.botapi.BotApi.User;
import dev.moltbot.wire.HttpClients;
import dev.moltbot.wire.HttpLimits;
import dev.moltbot.wire.RetryAfter;
import dev.moltbot.wire.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BotCallsTest {
  private static final String TOKEN = "123456:canary-token";
  private static final long OWNER = 4711;

  private final FakeTelegram telegram = FakeTelegram.start(TOKEN);
  private final Moshi moshi = new Moshi.Builder().build();
  private final BotCalls calls = new BotCalls(moshi);
  private final TelegramApi api = api(telegram.baseUrl());

  @AfterEach
  void stop() {
    telegram.close();
  }

  @Test
  void bringsBackWhatTelegramSaid() {
    assertThat(calls.make(api.me()))
        .isEqualTo(
            new Answer.Done<>(
                new User(FakeChats.BOT, true, "Desk", null, "moltbot_desk_bot", null)));
  }

  @Test
  void stopsOnATokenThatIsNoMore() {
    telegram.changeToken("123456:other");

    assertThat(calls.make(api.me())).isEqualTo(Answer.Stopped.badToken());
  }

  @Test
  void stopsWhereAWebhookIsSetAndLeavesItAlone() {
    telegram.setWebhook(true);

    assertThat(calls.make(api.updates(poll()))).isEqualTo(Answer.Stopped.webhook());
    assertThat(telegram.requests("deleteWebhook")).isEmpty();
  }

  @Test
  void givesWayToAnotherProgramThatPolls() {
    telegram.failNext("getUpdates", FakeFault.otherPoller());

    assertThat(calls.make(api.updates(poll())))
        .isEqualTo(new Answer.NotNow<>(BotCalls.CONFLICT_PAUSE, BotCalls.OTHER_POLLER));
  }

  @Test
  void waitsAsLongAsTelegramAsks() {
    telegram.failNext("sendMessage", FakeFault.tooManyRequests(17));

    assertThat(pause(send("hello"))).isEqualTo(Duration.ofSeconds(17));
  }

  @ParameterizedTest
  @ValueSource(longs = {-5, 0, 4_000, Long.MAX_VALUE})
  void clampsAnAbsurdWait(long seconds) {
    telegram.failNext("sendMessage", FakeFault.tooManyRequests(seconds));

    assertThat(pause(send("hello"))).isBetween(BotCalls.UNREACHABLE_PAUSE, RetryAfter.MAX);
  }

  @Test
  void toldThatOneCallIsWrongTellsTheReason() {
    assertThat(send(""))
        .isEqualTo(new Answer.Declined<>(400, "Bad Request: message text is empty"));
    assertThat(send("x".repeat(4_097)))
        .isEqualTo(new Answer.Declined<>(400, "Bad Request: message is too long"));
  }

  @Test
  void findsNoUsableAnswerInAProxysPageOrACutOne() {
    for (FakeFault fault :
        List.of(new FakeFault.Page(502), new FakeFault.CutAnswer(), new FakeFault.HangUp())) {
      telegram.failNext("sendMessage", fault);
      assertThat(pause(send("hello"))).isEqualTo(BotCalls.UNREACHABLE_PAUSE);
    }
    telegram.failNext("getMe", FakeFault.error(500, "Internal Server Error", Map.of()));
    assertThat(pause(calls.make(api.me()))).isEqualTo(BotCalls.UNREACHABLE_PAUSE);
  }

  @Test
  void explainsThatTheOwnerHasNotStartedTheBot() {
    telegram.failNext(
        "sendMessage", FakeFault.error(403, "Forbidden: bot was blocked by the user", Map.of()));

    assertThat(send("hello"))
        .isEqualTo(new Answer.NotNow<>(BotCalls.CONFLICT_PAUSE, BotCalls.BLOCKED));
  }

  @Test
  void keepsTheTokenOutOfEveryReason() {
    URI closed = telegram.baseUrl();
    telegram.close();

    assertThat(calls.make(api(closed).me()).toString()).doesNotContain("canary");
    assertThatThrownBy(() -> new BotAddress(closed, Secret.of("canary token/../?")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("canary");
    assertThat(new BotAddress(closed, Secret.of(TOKEN)).toString()).doesNotContain("canary");
  }

  private TelegramApi api(URI base) {
    HttpClients clients = new HttpClients(call -> {}, () -> 0);
    return new BotAddress(base, Secret.of(TOKEN))
        .over(clients.client("telegram", HttpLimits.DEFAULT, base), moshi, TelegramApi.class);
  }

  private Answer<Message> send(String text) {
    return calls.make(
        api.send(new SendMessage(OWNER, text, List.of(), LinkPreview.NONE, null, null)));
  }

  private static GetUpdates poll() {
    return new GetUpdates(0, 100, 0, List.of());
  }

  private static Duration pause(Answer<?> answer) {
    assertThat(answer).isInstanceOf(Answer.NotNow.class);
    return ((Answer.NotNow<?>) answer).retryAfter();
  }
}
