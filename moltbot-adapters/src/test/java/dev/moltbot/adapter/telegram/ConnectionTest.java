package dev.moltbot.adapter.telegram;

import static dev.moltbot.adapter.telegram.TelegramRig.ADA;
import static dev.moltbot.adapter.telegram.TelegramRig.CONNECTION;
import static dev.moltbot.adapter.telegram.TelegramRig.OWNER;
import static dev.moltbot.adapter.telegram.TelegramRig.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.alert.Alert;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose chats are read: the owner's, through whichever connection, and nobody else's. */
class ConnectionTest {
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
  void refusesASomebodyElsesConnectionOnRecordAndWithOneAlert() {
    rig.telegram.chats.connects("foreign-1", STRANGER, true, true);
    rig.telegram.chats.connects("foreign-2", STRANGER, true, true);
    rig.telegram.chats.writes("foreign-1", ADA, "canary for the stranger");
    rig.receives(1);

    ReadResult.Batch batch = rig.read(Cursor.START);

    assertThat(batch.messages()).hasSize(1);
    assertThat(batch.quarantined()).isEmpty();
    assertThat(rig.audit.events())
        .hasSize(2)
        .allMatch(AuditEvent.StrangerIgnored.class::isInstance);
    assertThat(rig.alerts.all()).extracting(Alert::kind).containsExactly(Alert.Kind.STRANGER);
    assertThat(rig.alerts.all() + "" + rig.audit.events())
        .doesNotContain("6666", "Mallory", "canary");
  }

  @Test
  void putsAStrangerOnRecordOnceHoweverOftenTheUpdateComes() {
    rig.telegram.chats.connects("foreign-1", STRANGER, true, true);
    rig.read(Cursor.START);
    rig.restarts();
    rig.read(Cursor.START);
    assertThat(rig.audit.events()).hasSize(1);
  }

  @Test
  void asksTelegramWhoseAConnectionIsThatItDoesNotKnow() throws IOException {
    Cursor end = rig.settled();
    Files.delete(folder.resolve("telegram").resolve("connections"));
    rig.restarts();
    rig.receives(2);
    assertThat(rig.read(end).messages()).hasSize(2);
    assertThat(rig.telegram.calls("getBusinessConnection")).hasSize(1);
  }

  @Test
  void takesAFileThatMakesNoSenseForNone() throws IOException {
    Cursor end = rig.settled();
    Files.writeString(folder.resolve("telegram").resolve("connections"), "[{\"id\":");
    rig.restarts();
    rig.receives(2);
    assertThat(rig.read(end).messages()).hasSize(2);
  }

  @Test
  void setsAsideMessagesOfAConnectionThatNobodyKnowsAnyMore() {
    Cursor end = rig.settled();
    rig.telegram.chats.writes("gone", ADA, "hello");
    ReadResult.Batch batch = rig.read(end);
    assertThat(batch.messages()).isEmpty();
    assertThat(batch.quarantined()).hasSize(1);
  }

  @Test
  void leavesWhatItCouldNotAskAboutForTheNextRead() {
    Cursor end = rig.settled();
    rig.receives(1);
    rig.telegram.chats.connects("second", OWNER, true, true);
    Cursor before = rig.read(end).next();
    rig.telegram.chats.writes(CONNECTION, ADA, "first");
    rig.telegram.chats.writes("unheard", ADA, "second");
    rig.telegram.next("getBusinessConnection", FakeTelegramBusiness.throttled("17"));

    ReadResult.Batch cut = rig.read(before);
    assertThat(cut.messages()).hasSize(1);
    assertThat(cut.quarantined()).isEmpty();
    assertThat(rig.reader().read(cut.next(), 10, Duration.ZERO))
        .isEqualTo(new ReadResult.Busy(Duration.ofSeconds(17), "Telegram asked for quiet"));
    rig.time.advance(Duration.ofSeconds(18));
    assertThat(rig.read(cut.next()).quarantined()).hasSize(1);
  }

  @Test
  void asksOnlySoMuchInOneRead() {
    Cursor end = rig.settled();
    for (int i = 0; i < 5; i++) {
      rig.telegram.chats.writes("gone-" + i, ADA, "hello");
    }
    ReadResult.Batch cut = rig.read(end);
    assertThat(cut.quarantined()).hasSize(Haul.MAX_QUESTIONS);
    assertThat(cut.more()).isTrue();
    assertThat(rig.read(cut.next()).quarantined()).hasSize(Haul.MAX_QUESTIONS);
  }

  @Test
  void stopsWhileTheBotIsNotConnectedAndReadsOnWhenItIsAgain() {
    Cursor end = rig.settled();
    rig.receives(1);
    rig.telegram.chats.connects(CONNECTION, OWNER, false, true);
    ReadResult.Batch last = rig.read(end);
    assertThat(last.messages()).hasSize(1);

    var stopped = (ReadResult.Stopped) rig.reader().read(last.next(), 10, Duration.ZERO);
    assertThat(stopped.reason()).contains("no longer connected");
    assertThat(stopped.remedy()).contains("connect the bot");

    rig.telegram.chats.connects("anew", OWNER, true, true);
    rig.telegram.chats.writes("anew", ADA, "hello again");
    ReadResult.Batch again = rig.read(last.next());
    assertThat(again.messages()).hasSize(1);
    assertThat(rig.read(again.next()).isEmpty()).isTrue();
  }

  @Test
  void keepsTheOwnersConnectionHoweverManyStrangersCome() {
    rig.settled();
    for (int i = 0; i < Connections.MAX + 10; i++) {
      rig.time.advance(Duration.ofSeconds(1));
      rig.telegram.chats.connects("foreign-" + i, STRANGER, true, true);
    }
    Cursor cursor = Cursor.START;
    for (ReadResult.Batch batch = rig.read(cursor); batch.more(); batch = rig.read(cursor)) {
      cursor = batch.next();
    }
    rig.restarts();
    rig.receives(1);
    assertThat(rig.read(cursor).messages()).hasSize(1);
    assertThat(rig.telegram.calls("getBusinessConnection")).isEmpty();
    assertThat(rig.alerts.all()).hasSize(1);
  }
}
