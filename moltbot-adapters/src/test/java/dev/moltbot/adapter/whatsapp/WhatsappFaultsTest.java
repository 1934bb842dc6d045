package dev.moltbot.adapter.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.whatsapp.FakeWhatsapp.Fate;
import dev.moltbot.adapter.whatsapp.FakeWhatsapp.Manner;
import dev.moltbot.domain.alert.Alert;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.port.ChannelCheck.Health;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import dev.moltbot.port.SendOutcome;
import dev.moltbot.testkit.Approved;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that can go wrong between here and WhatsApp. */
class WhatsappFaultsTest {
  private final WhatsappRig rig = new WhatsappRig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void readsTextNameAndTimeOfAMessage() {
    rig.receives(1);
    InboundMessage message = batch().messages().getFirst();
    assertThat(message.content().text().reveal()).isEqualTo("Hello 1");
    assertThat(message.sender().name().reveal()).isEqualTo("Ada");
    assertThat(message.sender().address().value()).isEqualTo("+380670001001");
    assertThat(message.conversation().nativeId()).isEqualTo("380670001001@s.whatsapp.net");
    assertThat(message.sentAt()).isEqualTo("2026-01-01T11:00:00Z");
  }

  @Test
  void knowsWhatTheOwnerWroteOnThePhone() {
    gives("380670000001@s.whatsapp.net", "A1", true, "On my way");
    InboundMessage message = batch().messages().getFirst();
    assertThat(message.traits()).containsExactly(Trait.FROM_OWNER);
    assertThat(message.sender().address().value()).isEqualTo("+" + WhatsappRig.NUMBER);
    assertThat(message.conversation().nativeId()).isEqualTo("380670000001@s.whatsapp.net");
  }

  /** Ids are chosen by whoever writes. */
  @Test
  void letsNobodyHideAMessageUnderTheIdOfAnother() {
    gives("380670000001@s.whatsapp.net", "A1", false, "one");
    gives("380670000002@s.whatsapp.net", "A1", false, "two");
    gives("380670000001@s.whatsapp.net", "A1", true, "three");
    assertThat(batch().messages().stream().map(InboundMessage::id).distinct()).hasSize(3);
  }

  @Test
  void setsAsideWhatIsNoMessage() {
    rig.connects();
    rig.whatsapp.receives(new Wire.Message(null, "Ada", "?", false, false, false, 1L, "A1"));
    rig.settle();
    ReadResult.Batch batch = batch();
    assertThat(batch.messages()).isEmpty();
    assertThat(batch.quarantined()).hasSize(1);
  }

  @Test
  void namesASentMessageAsItWouldBeReadBack() {
    var draft = Approved.draft(WhatsappRig.ACCOUNT, "380670000001@s.whatsapp.net", "Friday.");
    var message = Approved.release(draft);
    var sent = (SendOutcome.Delivered) rig.sender().send(message);
    String id = WhatsappSender.idOf(message.approval());
    gives(message.to().conversation().nativeId(), id, true, "Friday.");
    assertThat(batch().messages().getFirst().id().nativeId()).isEqualTo(sent.nativeMessageId());
  }

  @Test
  void acknowledgesAMessageOnlyOnceItIsOnDisk() throws IOException {
    rig.receives(2);
    assertThat(rig.whatsapp.owed()).isZero();
    rig.bridge.close();
    rig.bridge = rig.bridge();
    assertThat(batch().messages()).hasSize(2);
  }

  @Test
  void acknowledgesNothingThatCannotBeKept() throws IOException {
    rig.connects();
    Files.writeString(rig.folder.path().resolve("inbox"), "in the way");
    rig.whatsapp.receives(WhatsappRig.message("A1", "380670000001", "Hello"));
    assertThat(waiting()).contains("a message cannot be kept");
    assertThat(rig.whatsapp.owed()).isEqualTo(1);
    Files.delete(rig.folder.path().resolve("inbox"));
    rig.rests();
    rig.connects();
    rig.settle();
    assertThat(batch().messages()).hasSize(1);
  }

  @Test
  void stopsForGoodWhenThePhoneTakesTheLinkBackAndKeepsWhatCame() {
    rig.receives(1);
    rig.whatsapp.goes(Manner.LOGGED_OUT);
    rig.whatsapp.hangUp();
    until(() -> rig.bridge.tend() instanceof Standing.Waiting);
    rig.rests();
    rig.bridge.tend();
    assertThat(rig.settled()).isInstanceOf(Standing.Stuck.class);
    ReadResult.Batch kept = batch();
    assertThat(kept.messages()).hasSize(1);
    var stopped = (ReadResult.Stopped) rig.reader().read(kept.next(), 10, Duration.ZERO);
    assertThat(stopped.reason()).contains("took the link back");
    assertThat(stopped.remedy()).contains("moltbot channels login whatsapp");
    int runs = rig.whatsapp.runs();
    rig.rests();
    rig.bridge = rig.bridge();
    assertThat(rig.reader().read(kept.next(), 10, Duration.ZERO)).isEqualTo(stopped);
    assertThat(rig.whatsapp.runs()).isEqualTo(runs);
  }

  @Test
  void goesOnByItselfOnceItIsLinkedAnewAndTellsTheOwner() {
    rig.connects();
    rig.reader().read(Cursor.START, 10, Duration.ZERO);
    assertThat(rig.alerts.all()).isEmpty();
    rig.link("link-2");
    rig.bridge.tend();
    until(() -> rig.connects() instanceof Standing.Open && rig.whatsapp.runs() > 1);
    rig.reader().read(Cursor.START, 10, Duration.ZERO);
    rig.reader().read(Cursor.START, 10, Duration.ZERO);
    assertThat(rig.alerts.all())
        .singleElement()
        .satisfies(alert -> assertThat(alert.kind()).isEqualTo(Alert.Kind.RELINKED))
        .satisfies(alert -> assertThat(alert.text()).contains("If that was not you"));
  }

  @Test
  void saysNothingOfALinkThatStays() {
    rig.connects();
    rig.reader().read(Cursor.START, 10, Duration.ZERO);
    rig.bridge.close();
    rig.bridge = rig.bridge();
    rig.connects();
    rig.reader().read(Cursor.START, 10, Duration.ZERO);
    assertThat(rig.alerts.all()).isEmpty();
  }

  @Test
  void stopsWhenAnotherProgramTakesTheLink() {
    rig.whatsapp.goes(Manner.REPLACED);
    assertThat(rig.connects()).isInstanceOf(Standing.Stuck.class);
    assertThat(rig.reader().read(Cursor.START, 10, Duration.ZERO))
        .isInstanceOf(ReadResult.Stopped.class);
  }

  @Test
  void refusesALinkOfAnotherNumber() {
    rig.whatsapp.goes(Manner.OTHER_NUMBER);
    assertThat(rig.connects()).isEqualTo(Endings.otherNumber());
  }

  @Test
  void waitsWhileWhatsappCannotBeReached() {
    rig.whatsapp.goes(Manner.UNREACHABLE);
    assertThat(rig.connects()).isInstanceOf(Standing.Waiting.class);
    var busy = (ReadResult.Busy) rig.reader().read(Cursor.START, 10, Duration.ZERO);
    assertThat(busy.reason()).isEqualTo("WhatsApp: no connection");
    assertThat(send()).isInstanceOf(SendOutcome.Refused.class);
    assertThat(rig.messagesSeen()).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"BABBLE", "OVERFLOW", "HANG_UP", "SILENCE", "DELIVER_AND_FAIL"})
  void doesNotKnowWhatBecameOfASendWithoutAnAnswer(Fate fate) {
    rig.whatsapp.plan(fate);
    assertThat(send()).isInstanceOf(SendOutcome.Unknown.class);
    assertThat(rig.messagesSeen()).isEqualTo(1);
  }

  @Test
  void endsABridgeThatBabbles() {
    rig.connects();
    rig.whatsapp.says("{\"type\":\"message\",\"message\":[]}");
    assertThat(waiting()).contains("something that makes no sense");
  }

  @Test
  void restsLongerEachTimeABridgeEndsAndStartsItAgain() {
    rig.connects();
    for (int round = 1; round <= 3; round++) {
      rig.whatsapp.hangUp();
      until(() -> rig.bridge.standing() instanceof Standing.Waiting);
      int runs = rig.whatsapp.runs();
      rig.bridge.tend();
      assertThat(rig.whatsapp.runs()).isEqualTo(runs);
      rig.rests();
      assertThat(rig.connects()).isInstanceOf(Standing.Open.class);
    }
    var patience = Patience.usual(() -> 0, new Random(1));
    assertThat(patience.rest(1)).isBetween(500_000_000L, 1_000_000_000L);
    assertThat(patience.rest(99)).isLessThanOrEqualTo(Patience.LONGEST_REST.toNanos());
  }

  @Test
  void endsABridgeThatFellSilent() {
    rig.whatsapp.goes(Manner.SILENT);
    rig.bridge.tend();
    rig.nanos.addAndGet(Duration.ofSeconds(61).toNanos());
    rig.bridge.tend();
    rig.nanos.addAndGet(Duration.ofSeconds(61).toNanos());
    rig.bridge.tend();
    assertThat(waiting()).contains("fell silent");
  }

  @Test
  void doesNotTalkToABridgeOfAnotherVersion() {
    rig.whatsapp.goes(Manner.OTHER_VERSION);
    rig.bridge.tend();
    assertThat(waiting()).contains("another version");
  }

  @Test
  void leavesALinkToTheMoltbotThatHasIt() {
    rig.connects();
    Bridge second = rig.bridge();
    assertThat(second.tend())
        .isEqualTo(new Standing.Waiting("another Moltbot uses this WhatsApp link"));
    assertThat(rig.whatsapp.runs()).isEqualTo(1);
  }

  @Test
  void stopsWhenTheSessionWasTamperedWith() throws IOException {
    rig.connects();
    rig.bridge.close();
    until(() -> rig.bridge.standing() instanceof Standing.Waiting);
    for (String name : rig.folder.within("link-1").names()) {
      rig.folder.within("link-1").write(name, new byte[100]);
    }
    rig.bridge = rig.bridge();
    var stopped = (ReadResult.Stopped) rig.reader().read(Cursor.START, 10, Duration.ZERO);
    assertThat(stopped.reason()).contains("cut or of another format");
    assertThat(rig.check().check()).isInstanceOf(Health.Missing.class);
  }

  @Test
  void saysWhatIsMissingBeforeItIsLinked() throws IOException {
    rig.folder.delete("current");
    assertThat(rig.reader().read(Cursor.START, 10, Duration.ZERO))
        .isEqualTo(new ReadResult.Stopped("no phone is linked", Endings.LOGIN));
    assertThat(rig.check().check())
        .isEqualTo(new Health.Missing("no phone is linked", Endings.LOGIN));
  }

  @Test
  void checksWithoutTakingTheConnectionAway() {
    rig.connects();
    assertThat(rig.check().check()).isEqualTo(new Health.Fine("linked and connected"));
    assertThat(rig.whatsapp.runs()).isEqualTo(1);
  }

  private SendOutcome send() {
    return rig.sender().send(Approved.message(WhatsappRig.ACCOUNT, "hello"));
  }

  private void gives(String chat, String id, boolean me, String text) {
    rig.connects();
    rig.whatsapp.receives(new Wire.Message(chat, "Ada", text, me, false, false, 1_000L, id));
    rig.settle();
  }

  private ReadResult.Batch batch() {
    return (ReadResult.Batch) rig.reader().read(Cursor.START, 100, Duration.ZERO);
  }

  /** Why it waits, once it does. */
  private String waiting() {
    until(() -> rig.bridge.standing() instanceof Standing.Waiting);
    return ((Standing.Waiting) rig.bridge.standing()).reason();
  }

  private static void until(BooleanSupplier condition) {
    for (int i = 0; i < 5_000 && !condition.getAsBoolean(); i++) {
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
