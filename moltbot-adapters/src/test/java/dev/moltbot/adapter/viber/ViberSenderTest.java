package dev.moltbot.adapter.viber;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.draft.Destination;
import dev.moltbot.domain.draft.Draft;
import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.fake.Reply;
import dev.moltbot.fake.Request;
import dev.moltbot.port.SendOutcome;
import dev.moltbot.testkit.Approved;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViberSenderTest {
  @TempDir private Path folder;
  private ViberRig rig;

  @BeforeEach
  void open() {
    rig = new ViberRig(folder).registered();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void sendsTheWordsUnderTheSendersNameAndTheTokenInTheHeader() {
    send("Так, дякую! \"9:30\"");
    FakeViber.Taken sent = rig.viber.sent().getFirst();
    assertThat(sent.text()).isEqualTo("Так, дякую! \"9:30\"");
    assertThat(sent.receiver()).isEqualTo(ViberRig.ADA);
    assertThat(sent.name()).isEqualTo("Olena");
    Request request = rig.viber.requestsInFull().getLast();
    assertThat(request.body()).doesNotContain(FakeViber.TOKEN);
    assertThat(request.path()).doesNotContain(FakeViber.TOKEN);
  }

  @Test
  void namesTheMessageByEveryDigitOfItsToken() {
    rig.viber.nextSendAnswers(
        Reply.ok("{\"status\":0,\"message_token\":4912661846655238147,\"billing_status\":1}"));
    assertThat(send("hello")).isEqualTo(new SendOutcome.Delivered("4912661846655238147"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, the webhook's address",
    "2, does not know the token",
    "3, malformed",
    "4, malformed",
    "5, nobody on Viber",
    "6, do not subscribe",
    "7, blocked",
    "8, not a bot's",
    "9, suspended",
    "10, no webhook",
    "11, device",
    "12, too many requests",
    "13, device",
    "15, not authorised",
    "20, bots may not",
  })
  void refusesWhatViberRefusesInsideOfASuccess(int status, String reason) {
    rig.viber.nextSendFails(FakeViber.no(status, "words that Viber wrote"));
    assertThat(send("hello"))
        .isInstanceOfSatisfying(
            SendOutcome.Refused.class,
            no ->
                assertThat(no.reason())
                    .contains("status " + status)
                    .contains(reason)
                    .doesNotContain("words that Viber wrote"));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 21, 99, Integer.MAX_VALUE})
  void doesNotKnowWhatAnUnknownStatusMeans(int status) {
    rig.viber.nextSendAnswers(FakeViber.no(status, "generalError"));
    assertThat(send("hello")).isInstanceOf(SendOutcome.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"status\":null}",
        "{\"status\":\"ok\"}",
        "{\"status\":0}",
        "{\"status\":0,\"message_token\":null}",
        "{\"status\":0,\"message_token\":\"\"}",
        "{\"status\":0,\"message_token\":{}}",
        "[]",
        "",
      })
  void doesNotKnowWhatAnAnswerWithoutATokenMeans(String body) {
    rig.viber.nextSendAnswers(Reply.ok(body));
    assertThat(send("hello")).isInstanceOf(SendOutcome.Unknown.class);
    assertThat(rig.messagesSeen()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "Thu, 01 Jan 2026 12:00:40 GMT", "", "1000000000", "soon"})
  void sentNothingWhenItWasTooFast(String retryAfter) {
    Reply no = Reply.json(429, "");
    rig.viber.nextSendFails(retryAfter.isEmpty() ? no : no.with("Retry-After", retryAfter));
    assertThat(send("hello"))
        .isInstanceOfSatisfying(
            SendOutcome.Refused.class, refused -> assertThat(refused.reason()).contains("429"));
    assertThat(rig.messagesSeen()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 408})
  void doesNotKnowWhatAServerErrorMeans(int status) {
    rig.viber.nextSendAnswers(Reply.json(status, "").with("Retry-After", "0"));
    assertThat(send("hello")).isInstanceOf(SendOutcome.Unknown.class);
    assertThat(rig.messagesSeen()).isEqualTo(1);
  }

  @Test
  void doesNotKnowWhatHalfAnAnswerMeans() {
    rig.viber.nextSendAnswers(Reply.cut());
    assertThat(send("hello")).isInstanceOf(SendOutcome.Unknown.class);
  }

  /** Short enough, but a line separator is six bytes of JSON. */
  @Test
  void refusesARequestOverThirtyKilobytesBeforeItLeaves() {
    assertThat(send("x" + "\u2028".repeat(6_000) + "x"))
        .isInstanceOfSatisfying(
            SendOutcome.Refused.class,
            no -> assertThat(no.reason()).contains("Viber takes " + ViberSender.MAX_JSON_BYTES));
    assertThat(rig.viber.requests()).noneMatch(path -> path.endsWith("send_message"));
    assertThat(send("€".repeat(7_000))).isInstanceOf(SendOutcome.Delivered.class);
  }

  @Test
  void refusesMoreThanOneRecipient() {
    Draft one = Approved.draft(rig.sender().account(), ViberRig.ADA, "hello");
    var both = List.of(new Address(ViberRig.ADA), new Address("B="));
    Destination to = one.to();
    var two =
        new Draft(
            one.id(),
            new MessageId(one.to().conversation().account(), "m1"),
            new Destination(to.conversation(), both, to.subject(), to.threading()),
            one.text());
    assertThat(rig.sender().send(Approved.release(two)))
        .isEqualTo(new SendOutcome.Refused("Viber takes one recipient, not 2"));
    assertThat(rig.messagesSeen()).isZero();
  }

  @Test
  void refusesForSomeoneWhoLeft() {
    rig.viber.unsubscribes(ViberRig.ADA);
    assertThat(send("hello"))
        .isInstanceOfSatisfying(
            SendOutcome.Refused.class, no -> assertThat(no.reason()).contains("subscribe"));
  }

  private SendOutcome send(String words) {
    return rig.sender().send(Approved.message(rig.sender().account(), words));
  }
}
