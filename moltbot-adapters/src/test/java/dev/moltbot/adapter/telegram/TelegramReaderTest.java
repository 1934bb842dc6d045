package dev.moltbot.adapter.telegram;

import static dev.moltbot.adapter.telegram.TelegramRig.ADA;
import static dev.moltbot.adapter.telegram.TelegramRig.CONNECTION;
import static dev.moltbot.adapter.telegram.TelegramRig.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.telegram.FakeBusinessChats.Person;
import dev.moltbot.botapi.FakeUpdates;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import dev.moltbot.testkit.SettableTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of what people write. */
class TelegramReaderTest {
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
  void readsAMessageWithItsWriterChatAndDate() {
    long id = rig.telegram.chats.writes(CONNECTION, ADA, "Lunch on Friday?");
    InboundMessage message = only();
    assertThat(message.id().nativeId()).isEqualTo("5001:" + id);
    assertThat(message.conversation().nativeId()).isEqualTo("5001");
    assertThat(message.sender().address().value()).isEqualTo("5001");
    assertThat(message.sender().name().reveal()).isEqualTo("Ada");
    assertThat(message.content().text().reveal()).isEqualTo("Lunch on Friday?");
    assertThat(message.sentAt()).isEqualTo(SettableTime.NOON);
    assertThat(message.traits()).isEmpty();
  }

  @Test
  void knowsTheOwnersOwnWords() {
    rig.telegram.chats.says(CONNECTION, OWNER, ADA.id(), Map.of("text", "Gladly."));
    InboundMessage message = only();
    assertThat(message.has(Trait.FROM_OWNER)).isTrue();
    assertThat(message.conversation().nativeId()).isEqualTo("5001");
  }

  @Test
  void readsTheCaptionOfAFileAndSaysThatThereIsOne() {
    says(Map.of("photo", List.of(Map.of("file_id", "x")), "caption", "the house"));
    assertThat(only().content().text().reveal()).isEqualTo("the house");
    assertThat(only().traits()).containsExactly(Trait.ATTACHMENTS);
  }

  @Test
  void losesNoMessageOfAKindThatItDoesNotKnow() {
    says(Map.of("hologram", Map.of("file_id", "x")));
    assertThat(only().traits()).containsExactly(Trait.ATTACHMENTS);
  }

  @Test
  void leavesOutWhatNobodySaidToTheOwner() {
    says(Map.of("pinned_message", Map.of("message_id", 1)));
    says(Map.of("message_auto_delete_timer_changed", Map.of("message_auto_delete_time", 60)));
    rig.telegram.chats.says(CONNECTION, ADA, -1_001L, Map.of("text", "in a group"));
    rig.telegram.chats.says(
        CONNECTION, ADA, ADA.id(), Map.of("text", "x", "from", Map.of("id", 9, "is_bot", true)));
    var greeting = Map.of("text", "I am away.", "is_from_offline", true);
    rig.telegram.chats.says(CONNECTION, OWNER, ADA.id(), greeting);
    assertThat(rig.read(Cursor.START).isEmpty()).isTrue();
  }

  @Test
  void keepsItsHandsOffTheCodesThatOpenTheAccount() {
    rig.telegram.chats.writes(CONNECTION, new Person(777_000, "Telegram"), "Login code: 12345");
    assertThat(rig.read(Cursor.START).isEmpty()).isTrue();
  }

  @Test
  void takesAChangedMessageForOneMoreRightAfterTheFirst() {
    long id = rig.telegram.chats.writes(CONNECTION, ADA, "Friday?");
    edits(ADA, id, "Saturday?", 90);
    edits(ADA, id, "Sunday?", 120);
    List<InboundMessage> messages = rig.read(Cursor.START).messages();
    assertThat(messages)
        .extracting(message -> message.content().text().reveal())
        .containsExactly("Friday?", "[changed] Saturday?", "[changed] Sunday?");
    assertThat(messages).extracting(InboundMessage::id).doesNotHaveDuplicates();
    assertThat(messages).extracting(InboundMessage::sentAt).isSorted();
    assertThat(messages.getLast().sentAt()).isBefore(SettableTime.NOON.plusSeconds(1));
  }

  @Test
  void countsOneChangeOnceHoweverOftenItIsTold() {
    long id = rig.telegram.chats.writes(CONNECTION, ADA, "Friday?");
    edits(ADA, id, "Saturday?", 90);
    edits(ADA, id, "Saturday?", 90);
    assertThat(rig.read(Cursor.START).messages().stream().map(InboundMessage::id).distinct())
        .hasSize(2);
  }

  @Test
  void ignoresChangesThatNobodyMadeAndThoseOfTheOwnersOwnWords() {
    long id = rig.telegram.chats.writes(CONNECTION, ADA, "see https://example.org");
    rig.telegram.chats.edits(
        CONNECTION, ADA, ADA.id(), id, Map.of("text", "see https://example.org"));
    edits(OWNER, 7, "typo corrected", 90);
    assertThat(rig.read(Cursor.START).messages()).hasSize(1);
  }

  @Test
  void goesOnPastADeletionWithoutForgettingWhatWasRead() {
    rig.telegram.chats.gives(
        "deleted_business_messages",
        Map.of("business_connection_id", CONNECTION, "message_ids", List.of(1)));
    rig.receives(1);
    ReadResult.Batch batch = rig.read(Cursor.START);
    assertThat(batch.messages()).hasSize(1);
    assertThat(batch.quarantined()).isEmpty();
  }

  @Test
  void setsAsideWhatItCannotReadAndReadsTheRest() {
    rig.telegram.chats.gives("business_message", Map.of("message_id", "not a number"));
    rig.telegram.chats.gives("business_message", Map.of("message_id", 5));
    says(Map.of("text", "no writer", "from", Map.of()));
    rig.receives(1);
    ReadResult.Batch batch = rig.read(Cursor.START);
    assertThat(batch.messages()).hasSize(1);
    assertThat(batch.quarantined()).hasSize(3);
    assertThat(rig.read(batch.next()).isEmpty()).isTrue();
  }

  @Test
  void holdsAReadUntilSomethingComes() {
    Cursor end = rig.settled();
    var reading =
        CompletableFuture.supplyAsync(() -> rig.reader().read(end, 10, Duration.ofSeconds(20)));
    while (rig.offsets().size() < 2) {
      Thread.onSpinWait();
    }
    rig.receives(1);
    assertThat(((ReadResult.Batch) reading.join()).messages()).hasSize(1);
    assertThat(rig.telegram.calls("getUpdates").getLast()).containsEntry("timeout", 20L);
  }

  @Test
  void givesWayToAnotherProgramThatPolls() {
    rig.telegram.next("getUpdates", FakeTelegramBusiness.no(409, FakeUpdates.CONFLICT));
    var busy = (ReadResult.Busy) rig.reader().read(Cursor.START, 10, Duration.ZERO);
    assertThat(busy.retryAfter()).isEqualTo(TelegramCalls.CONFLICT_PAUSE);
    assertThat(busy.reason()).contains("another program polls");
  }

  @Test
  void stopsWhereAWebhookIsSetAndLeavesItAlone() {
    rig.telegram.updates.setWebhook("https://example.org/hook");
    var stopped = (ReadResult.Stopped) rig.reader().read(Cursor.START, 10, Duration.ZERO);
    assertThat(stopped.reason()).contains("webhook");
    assertThat(stopped.remedy()).contains("deleteWebhook");
    assertThat(rig.telegram.calls("deleteWebhook")).isEmpty();
  }

  @Test
  void asksForNothingButTheBusinessOfItsOwner() {
    rig.read(Cursor.START);
    assertThat(rig.telegram.calls("getUpdates").getFirst())
        .containsEntry(
            "allowed_updates",
            List.of("business_connection", "business_message", "edited_business_message"));
  }

  private void says(Map<String, ?> content) {
    rig.telegram.chats.says(CONNECTION, ADA, ADA.id(), content);
  }

  private void edits(Person person, long message, String text, int secondsLater) {
    long changed = SettableTime.NOON.getEpochSecond() + secondsLater;
    var content = Map.of("text", text, "edit_date", changed);
    rig.telegram.chats.edits(CONNECTION, person, ADA.id(), message, content);
  }

  private InboundMessage only() {
    List<InboundMessage> messages = rig.read(Cursor.START).messages();
    assertThat(messages).hasSize(1);
    return messages.getFirst();
  }
}
