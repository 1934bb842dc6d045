package dev.moltbot.adapter.viber;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.alert.Alert;
import dev.moltbot.port.ReadResult;
import dev.moltbot.port.SendOutcome;
import dev.moltbot.testkit.Approved;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replies that Viber took, and then did not deliver. */
class TakenRepliesTest {
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
  void tellsTheOwnerOnceOfAReplyThatDidNotArrive() {
    String token = send("hello");
    failed(token);
    failed(token);
    ReadResult.Batch batch = rig.batch();
    assertThat(batch.isEmpty()).isTrue();
    rig.read();
    assertThat(rig.alerts.all())
        .singleElement()
        .satisfies(alert -> {
          assertThat(alert.kind()).isEqualTo(Alert.Kind.UNDELIVERED);
          assertThat(alert.key()).contains(token);
          assertThat(alert.text())
              .doesNotContain(ViberRig.ADA)
              .doesNotContain("they blocked you")
              .doesNotContain("hello");
        });
  }

  @Test
  void remembersAcrossARestart() {
    String token = send("hello");
    rig.restart();
    failed(token);
    rig.read();
    assertThat(rig.alerts.all()).hasSize(1);
  }

  @Test
  void letsBeWhatItDidNotSend() {
    send("hello");
    failed("12345");
    rig.read();
    assertThat(rig.alerts.all()).isEmpty();
  }

  @Test
  void remembersABoundedNumber() throws Exception {
    var lines = new StringBuilder();
    for (int i = 0; i < TakenReplies.MAX_TOKENS; i++) {
      lines.append(i).append('\n');
    }
    Path file = folder.resolve("viber/taken");
    Files.createDirectories(file.getParent());
    Files.writeString(file, lines);
    String token = send("hello");
    assertThat(Files.readAllLines(file))
        .hasSize(TakenReplies.MAX_TOKENS)
        .contains(token, "1")
        .doesNotContain("0");
  }

  /** The reply is out; that it cannot be noted changes nothing about that. */
  @Test
  void deliversThoughItCannotBeNoted() throws Exception {
    Files.createDirectories(folder.resolve("viber/taken/in-the-way"));
    assertThat(send("hello")).isNotBlank();
  }

  private String send(String words) {
    SendOutcome outcome = rig.sender().send(Approved.message(rig.sender().account(), words));
    assertThat(outcome).isInstanceOf(SendOutcome.Delivered.class);
    return ((SendOutcome.Delivered) outcome).nativeMessageId();
  }

  private void failed(String token) {
    rig.viber.calling.brings(
        """
        {"event":"failed","timestamp":1767268800000,"message_token":%s,"user_id":"%s",\
        "desc":"they blocked you"}\
        """
            .formatted(token, ViberRig.ADA));
  }
}
