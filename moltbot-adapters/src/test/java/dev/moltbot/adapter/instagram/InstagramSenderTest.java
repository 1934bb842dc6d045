package dev.moltbot.adapter.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.fake.Reply;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.SendOutcome;
import dev.moltbot.testkit.Approved;
import dev.moltbot.testkit.SettableTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answering on Instagram: the approved words, once, within a day and 1,000 bytes. */
class InstagramSenderTest {
  @TempDir Path folder;
  private InstagramRig rig;

  @BeforeEach
  void start() {
    rig = new InstagramRig(folder);
    rig.receives(InstagramRig.ADA, "hello");
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void sendsTheApprovedWordsUnderTheIdTheReaderGivesThem() {
    var delivered = (SendOutcome.Delivered) send("Так, о шостій.\n\nОлена");
    assertThat(rig.instagram.sent()).containsExactly("Так, о шостій.\n\nОлена");
    var messages = new ArrayList<InboundMessage>();
    rig.drain(Cursor.START, messages);
    InboundMessage own = messages.getLast();
    assertThat(own.id().nativeId()).isEqualTo(delivered.nativeMessageId());
    assertThat(own.has(Trait.FROM_OWNER)).isTrue();
  }

  @Test
  void countsBytesAndNotLetters() {
    assertThat(send("ї".repeat(500))).isInstanceOf(SendOutcome.Delivered.class);
    assertThat(send("ї".repeat(501)))
        .isEqualTo(new SendOutcome.Refused("longer than the 1000 bytes this channel takes"));
    assertThat(rig.messagesSeen()).isEqualTo(1);
  }

  @Test
  void saysThatTheDayIsOver() {
    rig.time.advance(Duration.ofHours(24));
    assertThat(send("too late"))
        .isEqualTo(new SendOutcome.Refused("Instagram: " + GraphErrors.TOO_LATE));
    assertThat(rig.sender().window().closes(SettableTime.NOON))
        .isEqualTo(SettableTime.NOON.plus(Duration.ofHours(24)));
  }

  @Test
  void knowsWhatEachRefusalMeans() {
    assertThat(refused(FakeInstagram.refusal(400, 190, 463))).contains("code 190");
    assertThat(refused(FakeInstagram.refusal(400, 4, 0))).contains("too fast; nothing was sent");
    assertThat(refused(FakeInstagram.refusal(400, 613, 0))).contains("too fast; nothing was sent");
    assertThat(refused(FakeInstagram.refusal(403, 10, 0))).contains("code 10");
    assertThat(refused(FakeInstagram.refusal(400, 551, 0))).contains("code 551");
  }

  @Test
  void doesNotKnowWhatAServerOutOfOrderDid() {
    for (Reply answer :
        new Reply[] {
          FakeInstagram.refusal(500, 1, 0),
          FakeInstagram.refusal(400, 2, 0),
          FakeInstagram.refusal(503, 190, 0),
          Reply.json(502, "<html>"),
          Reply.cut()
        }) {
      rig.instagram.service().next(FakeInstagram::sends, answer);
      assertThat(send("hello")).isInstanceOf(SendOutcome.Unknown.class);
    }
  }

  @Test
  void refusesWhenInstagramCannotBeReached() {
    rig.restartsNowhere();
    assertThat(send("hello")).isInstanceOf(SendOutcome.Refused.class);
  }

  @Test
  void keepsTheTokenOutOfEveryAddressButTheOneThatRenewsIt() {
    send("hello");
    rig.drain(Cursor.START);
    assertThat(rig.instagram.service().requests())
        .filteredOn(request -> !FakeInstagram.renews(request))
        .allSatisfy(request -> assertThat(request.parameters()).doesNotContainKey("access_token"));
  }

  private String refused(Reply answer) {
    rig.instagram.service().next(FakeInstagram::sends, answer);
    return ((SendOutcome.Refused) send("hello")).reason();
  }

  private SendOutcome send(String words) {
    return rig.sender().send(Approved.message(rig.account(), words));
  }
}
