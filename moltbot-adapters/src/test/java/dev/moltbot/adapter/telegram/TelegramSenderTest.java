package dev.moltbot.adapter.telegram;

import static dev.moltbot.adapter.telegram.TelegramRig.ADA;
import static dev.moltbot.adapter.telegram.TelegramRig.CONNECTION;
import static dev.moltbot.adapter.telegram.TelegramRig.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.draft.Destination;
import dev.moltbot.domain.draft.Draft;
import dev.moltbot.domain.draft.DraftId;
import dev.moltbot.domain.draft.DraftText;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.fake.Reply;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import dev.moltbot.port.SendOutcome;
import dev.moltbot.testkit.Approved;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of an approved reply. */
class TelegramSenderTest {
  @TempDir private Path folder;
  private TelegramRig rig;

  @BeforeEach
  void open() {
    rig = new TelegramRig(folder);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void answersAsTheOwnerInTheChatOfTheMessage() {
    assertThat(sends("Gladly.")).isInstanceOf(SendOutcome.Delivered.class);
    assertThat(rig.lastSend())
        .containsEntry("business_connection_id", CONNECTION)
        .containsEntry("chat_id", "5001")
        .containsEntry("text", "Gladly.")
        .containsEntry("link_preview_options", Map.of("is_disabled", true))
        .doesNotContainKeys("parse_mode", "entities", "reply_markup", "reply_parameters");
  }

  @Test
  void namesASentMessageAsTheReaderNamesIt() {
    var delivered = (SendOutcome.Delivered) sends("Gladly.");
    long id = Long.parseLong(delivered.nativeMessageId().replace("5001:", ""));
    Cursor end = rig.settled();
    rig.telegram.chats.says(
        CONNECTION, OWNER, ADA.id(), Map.of("text", "Gladly.", "message_id", id));
    ReadResult.Batch readBack = rig.read(end);
    assertThat(readBack.messages().getLast().id().nativeId())
        .isEqualTo(delivered.nativeMessageId());
  }

  @Test
  void quotesWhatItAnswersWhenTheAnswerIsLate() {
    Draft draft = draft("Sorry, I was away.");
    rig.time.advance(Quoting.LATE.plusSeconds(1));
    assertThat(rig.sender().send(Approved.release(draft)))
        .isInstanceOf(SendOutcome.Delivered.class);
    assertThat(rig.lastSend()).containsEntry("reply_parameters", Map.of("message_id", 41L));
  }

  @Test
  void declaresTheDayInWhichTelegramTakesReplies() {
    Draft draft = draft("Too late.");
    assertThat(rig.sender().window()).isEqualTo(TelegramModule.CHANNEL.can().window());
    rig.time.advance(rig.sender().window().length().plusSeconds(1));
    assertThat(refusal(draft)).contains("24 hours");
  }

  @Test
  void measuresAsTelegramDoes() {
    assertThat(sends("😀".repeat(2_048))).isInstanceOf(SendOutcome.Delivered.class);
    assertThat(sends("😀".repeat(2_048) + "x"))
        .isEqualTo(new SendOutcome.Refused("longer than the 4096 characters this channel takes"));
  }

  @ParameterizedTest
  @CsvSource({
    "400, Bad Request: chat not found, no such chat",
    "400, Bad Request: BUSINESS_PEER_INVALID, not connected to this chat",
    "400, Bad Request: BUSINESS_CONNECTION_INVALID, no longer connected",
    "400, Bad Request: something with canary words, HTTP 400",
    "403, Forbidden: bot was blocked by the user, blocked you",
    "403, Forbidden: BOT_ACCESS_FORBIDDEN, no right to reply",
    "401, Unauthorized: invalid token specified, HTTP 401",
    "429, Too Many Requests: retry after 5, too fast"
  })
  void saysWhyNothingWentOut(int code, String description, String reason) {
    Draft draft = draft("Gladly.");
    rig.telegram.next("sendMessage", FakeTelegramBusiness.no(code, description));
    assertThat(refusal(draft)).contains(reason).doesNotContain("canary");
  }

  @Test
  void doesNotKnowWhatBecameOfASendThatTelegramFailedOrPutOff() {
    for (Reply answer :
        List.of(
            FakeTelegramBusiness.no(500, "Internal Server Error"),
            Reply.json(502, "<html>Bad Gateway</html>"),
            Reply.ok("{\"ok\":true,\"result\":{\"message_id\":0}}"),
            Reply.ok("{\"ok\":true}"),
            Reply.cut())) {
      Draft draft = draft("Gladly.");
      rig.telegram.nextAnswers("sendMessage", answer);
      assertThat(rig.sender().send(Approved.release(draft)))
          .isInstanceOf(SendOutcome.Unknown.class);
    }
  }

  @Test
  void sendsNothingBeforeAConnectionIsKnown() {
    assertThat(rig.sender().send(Approved.message(rig.sender().account(), "hello")))
        .isInstanceOfSatisfying(
            SendOutcome.Refused.class, no -> assertThat(no.reason()).contains("connect the bot"));
    assertThat(rig.messagesSeen()).isZero();
  }

  @Test
  void sendsNothingThroughAConnectionThatIsOffOrMayNotReply() {
    Draft draft = draft("Gladly.");
    rig.telegram.chats.connects(CONNECTION, OWNER, true, false);
    rig.settled();
    assertThat(refusal(draft)).contains("no right to reply", "allow it to reply");
    rig.telegram.chats.connects(CONNECTION, OWNER, false, false);
    rig.settled();
    assertThat(refusal(draft)).contains("no longer connected");
    assertThat(rig.messagesSeen()).isZero();
  }

  @Test
  void asksWhetherAConnectionIsBackBeforeItRefuses() {
    Draft draft = draft("Gladly.");
    rig.telegram.chats.connects(CONNECTION, OWNER, false, true);
    rig.settled();
    rig.telegram.chats.connects(CONNECTION, OWNER, true, true);
    assertThat(rig.sender().send(Approved.release(draft)))
        .isInstanceOf(SendOutcome.Delivered.class);
  }

  @Test
  void refusesWhileItCannotAskWhetherAConnectionIsBack() {
    Draft draft = draft("Gladly.");
    rig.telegram.chats.connects(CONNECTION, OWNER, false, true);
    rig.settled();
    rig.telegram.next("getBusinessConnection", Reply.hangUp());
    assertThat(rig.sender().send(Approved.release(draft))).isInstanceOf(SendOutcome.Refused.class);
    assertThat(rig.messagesSeen()).isZero();
  }

  @Test
  void sendsThroughTheLatestConnection() {
    Draft draft = draft("Gladly.");
    rig.time.advance(Duration.ofMinutes(1));
    rig.telegram.chats.connects("anew", OWNER, true, true);
    rig.settled();
    rig.sender().send(Approved.release(draft));
    assertThat(rig.lastSend()).containsEntry("business_connection_id", "anew");
  }

  private String refusal(Draft draft) {
    SendOutcome outcome = rig.sender().send(Approved.release(draft));
    assertThat(outcome).isInstanceOf(SendOutcome.Refused.class);
    return ((SendOutcome.Refused) outcome).reason();
  }

  private SendOutcome sends(String text) {
    return rig.sender().send(Approved.release(draft(text)));
  }

  /** A reply to what Ada has just written, as the program would address it. */
  private Draft draft(String text) {
    rig.telegram.chats.writes(CONNECTION, ADA, "Lunch?");
    InboundMessage message = rig.read(Cursor.START).messages().getLast();
    return new Draft(
        new DraftId(UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))),
        message.id(),
        Destination.answering(message),
        DraftText.of(text));
  }
}
