package dev.moltbot.adapter.viber;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.fake.Reply;
import dev.moltbot.port.ReadResult;
import dev.moltbot.port.SendOutcome;
import dev.moltbot.testkit.Approved;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether Viber calls us, and what is said when it does not. */
class RegistrationTest {
  private static final String INFO = "/pa/get_account_info";
  private static final String SET = "/pa/set_webhook";

  @TempDir private Path folder;
  private ViberRig rig;

  @BeforeEach
  void open() {
    rig = new ViberRig(folder);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void setsTheWebhookAtTheStartAndOnce() {
    rig.registered();
    assertThat(rig.viber.webhook()).isEqualTo(rig.webhook());
    assertThat(rig.viber.requests()).containsExactly(INFO, SET);
    rig.read();
    rig.restart();
    rig.registered();
    assertThat(rig.viber.requests()).containsExactly(INFO, SET, INFO);
  }

  @Test
  void asksForNamesAndForNoPictures() {
    rig.registered();
    assertThat(rig.viber.requestsInFull().getLast().body())
        .contains("\"send_name\":true")
        .contains("\"send_photo\":false")
        .contains("\"event_types\":[\"failed\"]")
        .doesNotContain(FakeViber.TOKEN);
  }

  @Test
  void setsItAnewWhenTheOwnersAddressChanged() {
    rig.registered();
    String moved = rig.webhook() + "/moved";
    rig.settings.put(ViberConfig.WEBHOOK.key(), moved);
    rig.settings.put(ViberConfig.PATH.key(), "/viber/moved");
    rig.restart();
    rig.registered();
    assertThat(rig.viber.webhook()).isEqualTo(URI.create(moved));
  }

  @Test
  void setsItBackWithinTheHourWhenSomebodyMovedIt() {
    rig.registered();
    rig.viber.moves(URI.create("https://elsewhere.example/"), "failed");
    rig.read();
    assertThat(rig.viber.webhook()).isNotEqualTo(rig.webhook());
    rig.time.advance(Registration.EVERY);
    rig.read();
    assertThat(rig.viber.webhook()).isEqualTo(rig.webhook());
  }

  @Test
  void stopsWhenViberCannotCallTheAddress() {
    rig.settings.put(ViberConfig.WEBHOOK.key(), "http://127.0.0.1:" + rig.webhook().getPort());
    rig.restart();
    assertStopped("Viber cannot call the webhook's address", "reverse proxy");
  }

  @Test
  void stopsWhenTheTokenIsAnotherBots() {
    rig.viber.belongsTo("somebody-else");
    assertStopped("the Viber token is for another bot", "MOLTBOT_VIBER_BOT");
  }

  @Test
  void stopsWithARemedyWhenTheTokenWasWithdrawnAndGoesOnWhenItIsGoodAgain() {
    rig.viber.revokes();
    assertStopped("Viber does not accept the credential", "MOLTBOT_VIBER_TOKEN");
    rig.viber.restores();
    assertThat(rig.read()).isInstanceOf(ReadResult.Batch.class);
  }

  /** What was read before stays, what came before is read, and then the channel stops. */
  @Test
  void noticesWithinTheHourThatTheTokenWasWithdrawn() {
    rig.registered();
    rig.receives(2);
    rig.viber.revokes();
    assertThat(rig.batch().messages()).hasSize(2);
    var end = rig.batch().next();
    rig.time.advance(Registration.EVERY.minusSeconds(1));
    assertThat(rig.reader().read(end, 10, Duration.ZERO)).isInstanceOf(ReadResult.Batch.class);
    rig.receives(1);
    rig.time.advance(Duration.ofSeconds(1));
    ReadResult.Batch left = (ReadResult.Batch) rig.reader().read(end, 10, Duration.ZERO);
    assertThat(left.messages()).hasSize(1);
    assertThat(rig.reader().read(left.next(), 10, Duration.ofMinutes(1)))
        .isInstanceOf(ReadResult.Stopped.class);
  }

  @Test
  void stopsAsSoonAsASendIsTurnedDownForTheToken() {
    rig.registered();
    rig.viber.revokes();
    assertThat(rig.read()).isInstanceOf(ReadResult.Batch.class);
    assertThat(send()).isInstanceOf(SendOutcome.Refused.class);
    assertStopped("Viber does not accept the credential", "MOLTBOT_VIBER_TOKEN");
  }

  @Test
  void setsTheWebhookAsSoonAsASendIsTurnedDownForTheLackOfIt() {
    rig.registered();
    rig.viber.moves(null);
    assertThat(send())
        .isInstanceOfSatisfying(
            SendOutcome.Refused.class, no -> assertThat(no.reason()).contains("no webhook"));
    rig.read();
    assertThat(rig.viber.webhook()).isEqualTo(rig.webhook());
    assertThat(send()).isInstanceOf(SendOutcome.Delivered.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 8, 9, 15})
  void stopsWhenTheBotMayNotWork(int status) {
    rig.viber.next("get_account_info", FakeViber.no(status, "no"));
    assertStopped("status " + status, "admin panel");
  }

  /** None of it says that nothing comes, so what did come is read on. */
  @Test
  void readsOnWhileViberGivesNoUsableAnswer() {
    rig.registered();
    for (Reply reply : troubles()) {
      rig.time.advance(Registration.EVERY);
      rig.viber.next("get_account_info", reply);
      rig.receives(1);
      ReadResult.Batch batch = rig.batch();
      assertThat(batch.messages()).isNotEmpty();
    }
    rig.time.advance(Registration.EVERY);
    rig.viber.moves(URI.create("https://elsewhere.example/"), "failed");
    rig.viber.next("set_webhook", Reply.json(502, ""));
    assertThat(rig.read()).isInstanceOf(ReadResult.Batch.class);
    rig.time.advance(Registration.AGAIN);
    rig.read();
    assertThat(rig.viber.webhook()).isEqualTo(rig.webhook());
  }

  @Test
  void leavesViberInPeaceAsLongAsItAsks() {
    rig.viber.next("get_account_info", Reply.json(429, "").with("Retry-After", "120"));
    rig.read();
    rig.time.advance(Duration.ofSeconds(119));
    rig.read();
    assertThat(rig.viber.requests()).hasSize(1);
    rig.time.advance(Duration.ofSeconds(1));
    rig.read();
    assertThat(rig.viber.requests()).containsExactly(INFO, INFO, SET);
  }

  @Test
  void stopsWhenItsPortIsTakenAndAsksViberNothing() throws Exception {
    var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    try (var other = new ViberRig(folder.resolve("other"), taken.getLocalPort())) {
      assertThat(other.read())
          .isInstanceOfSatisfying(
              ReadResult.Stopped.class, stopped -> assertThat(stopped.reason()).contains("taken"));
      assertThat(other.viber.requests()).isEmpty();
      taken.close();
      assertThat(other.read()).isInstanceOf(ReadResult.Batch.class);
    }
  }

  private static List<Reply> troubles() {
    return List.of(
        Reply.json(500, ""),
        Reply.cut(),
        Reply.hangUp(),
        Reply.ok("[]"),
        Reply.ok("{}"),
        FakeViber.no(12, "tooManyRequests"),
        FakeViber.no(-1, "generalError"),
        Reply.json(429, ""),
        Reply.json(429, "").with("Retry-After", "Thu, 01 Jan 2026 12:00:40 GMT"),
        Reply.json(429, "").with("Retry-After", "1000000000"));
  }

  private SendOutcome send() {
    return rig.sender().send(Approved.message(rig.sender().account(), "hello"));
  }

  /** What came before is read first, and be it the call that tested the webhook. */
  private void assertStopped(String reason, String remedy) {
    ReadResult first = rig.read();
    ReadResult result =
        first instanceof ReadResult.Batch batch
            ? rig.reader().read(batch.next(), 10, Duration.ZERO)
            : first;
    assertThat(result)
        .isInstanceOfSatisfying(
            ReadResult.Stopped.class,
            stopped -> {
              assertThat(stopped.reason()).contains(reason);
              assertThat(stopped.remedy()).contains(remedy);
              assertThat(stopped.toString()).doesNotContain(FakeViber.TOKEN);
            });
  }
}
