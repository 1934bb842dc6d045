package dev.moltbot.adapter.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.port.ChannelCheck.Health;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import dev.moltbot.testkit.WebhookContract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Instagram brings: only what is signed, and the same messages that polling finds. */
class InstagramWebhookTest implements WebhookContract {
  @TempDir Path folder;
  private InstagramRig rig;
  private FakePushes far;

  @BeforeEach
  void start() {
    rig = new InstagramRig(folder, FakePushes.WEBHOOK);
    far = new FakePushes(() -> rig.pushes().port(), rig.time);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Override
  public ChannelReader reader() {
    return rig.reader();
  }

  @Override
  public ChannelReader readerAfterRestart() {
    rig.restarts();
    return rig.reader();
  }

  @Override
  public FakePushes farSide() {
    return far;
  }

  @Test
  void readsWhatIsBroughtAsWhatIsPolled() {
    assertThat(far.callsSigned(far.body("100001", FakeInbox.ACCOUNT, "m-1", "hello", "")))
        .isEqualTo(200);
    InboundMessage message = rig.batch(Cursor.START).messages().getFirst();
    assertThat(message.id().nativeId()).isEqualTo("m-1");
    assertThat(message.conversation().nativeId()).isEqualTo("100001");
    assertThat(message.sender().address().value()).isEqualTo("100001");
    assertThat(message.traits()).isEmpty();
  }

  @Test
  void seesWhatTheOwnerWroteElsewhere() {
    far.callsSigned(far.body(FakeInbox.ACCOUNT, "100001", "m-1", "mine", ",\"is_echo\":true"));
    InboundMessage message = rig.batch(Cursor.START).messages().getFirst();
    assertThat(message.has(Trait.FROM_OWNER)).isTrue();
    assertThat(message.conversation().nativeId()).isEqualTo("100001");
  }

  /** Polled, a message says also what its writer is called. */
  @Test
  void countsAMessageThatComesBothWaysOnceAndKeepsTheName() {
    String id = rig.receives("100001", "hello");
    far.callsSigned(far.body("100001", FakeInbox.ACCOUNT, id, "hello", ""));
    List<InboundMessage> first = rig.batch(Cursor.START).messages();
    assertThat(first).hasSize(1);
    assertThat(first.getFirst().sender().name().reveal()).isEqualTo("user.100001");
  }

  @Test
  void isWokenByWhatIsBrought() throws Exception {
    Cursor end = rig.drain(Cursor.START);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<ReadResult> reading =
          threads.submit(() -> rig.reader().read(end, 10, ChannelReader.MAX_WAIT));
      String id = rig.receives("100001", "hello");
      far.callsSigned(far.body("100001", FakeInbox.ACCOUNT, id, "hello", ""));
      var batch = (ReadResult.Batch) reading.get(20, TimeUnit.SECONDS);
      assertThat(batch.messages()).hasSize(1);
    }
  }

  @Test
  void passesOverWhatIsNoMessage() {
    String receipt =
        "{\"object\":\"instagram\",\"entry\":[{\"id\":\"%s\",\"messaging\":[{\"sender\":{\"id\":\"1\"},"
            + "\"recipient\":{\"id\":\"%s\"},\"timestamp\":1,\"read\":{\"mid\":\"m-1\"}}]}]}";
    far.callsSigned(receipt.replace("%s", FakeInbox.ACCOUNT));
    far.callsSigned(
        far.body("100001", FakeInbox.ACCOUNT, "m-2", "taken back", ",\"is_deleted\":true"));
    assertThat(rig.batch(Cursor.START).isEmpty()).isTrue();
  }

  @Test
  void setsAsideWhatIsAboutAnotherAccount() {
    far.callsSigned(far.body("100001", "17841400000000099", "m-1", "not ours", ""));
    ReadResult.Batch batch = rig.batch(Cursor.START);
    assertThat(batch.messages()).isEmpty();
    assertThat(batch.quarantined()).hasSize(1);
  }

  @Test
  void readsTheOtherFormInWhichSomeAppsAreCalled() {
    String body =
        "{\"object\":\"instagram\",\"entry\":[{\"id\":\"%s\",\"time\":1,\"changes\":[{\"field\":"
            + "\"messages\",\"value\":{\"sender\":{\"id\":\"100001\"},\"recipient\":{\"id\":\"%s\"},"
            + "\"timestamp\":\"1767268800\",\"message\":{\"mid\":\"m-1\",\"text\":\"hello\"}}}]}]}";
    far.callsSigned(body.replace("%s", FakeInbox.ACCOUNT));
    assertThat(rig.batch(Cursor.START).messages()).hasSize(1);
  }

  @Test
  void answersTheHandshakeOfWhoeverKnowsTheWord() {
    assertThat(far.handshake("subscribe", FakePushes.VERIFY_TOKEN, "1158201444"))
        .isEqualTo("200 1158201444");
    assertThat(far.handshake("subscribe", "nonsense", "1158201444")).startsWith("403");
    assertThat(far.handshake("unsubscribe", FakePushes.VERIFY_TOKEN, "1")).startsWith("403");
    assertThat(far.handshake("subscribe", FakePushes.VERIFY_TOKEN, "%3Cscript%3E"))
        .startsWith("403");
  }

  @Test
  void keepsReadingWhatIsBroughtWhenPollingFails() {
    Cursor end = rig.drain(Cursor.START);
    far.calls("hello");
    rig.failsOnce();
    assertThat(rig.batch(end).messages()).hasSize(1);
  }

  /** Polling goes on, and the owner is told. */
  @Test
  void pollsOnWhenItsPortIsTaken() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var other =
            new InstagramRig(
                folder.resolve("other"),
                new InstagramConfig.Webhook(
                    taken.getLocalPort(), FakePushes.APP_SECRET, FakePushes.WORD))) {
      other.receives("100001", "hello");
      assertThat(other.batch(Cursor.START).messages()).hasSize(1);
      other.time.advance(Duration.ofSeconds(2));
      assertThat(other.check().check())
          .isInstanceOfSatisfying(
              Health.Missing.class, missing -> assertThat(missing.what()).contains("is taken"));
    }
  }
}
