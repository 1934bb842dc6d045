package dev.moltbot.adapter.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.message.Content;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.fake.Reply;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.Quarantined;
import dev.moltbot.port.ReadResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of a changelog, at which pace, and what is done with what makes no sense. */
class LinkedInReaderTest {
  @TempDir Path state;
  private LinkedInRig rig;

  @BeforeEach
  void open() {
    rig = new LinkedInRig(state);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void readsAMessageAsItsEventHasIt() {
    rig.linkedin.receives("jonas", "2-m1", "Guten Tag!", rig.now() - 5_000);

    InboundMessage message = read(Cursor.START).messages().getFirst();

    assertThat(message.id().nativeId()).isEqualTo("2-m1");
    assertThat(message.conversation().nativeId()).isEqualTo("urn:li:messagingThread:jonas");
    assertThat(message.sender().address().value()).isEqualTo("urn:li:person:jonas");
    assertThat(message.content().text().reveal()).isEqualTo("Guten Tag!");
    assertThat(message.sentAt().toEpochMilli()).isEqualTo(rig.now() - 5_000);
    assertThat(message.traits()).isEmpty();
  }

  @Test
  void knowsTheOwnersOwnMessages() {
    rig.linkedin.ownerWrites("jonas", "2-m1", "Hello!", rig.now());
    assertThat(read(Cursor.START).messages().getFirst().traits()).containsExactly(Trait.FROM_OWNER);
  }

  @Test
  void asksOncePerHourHoweverOftenItIsAskedItself() {
    rig.receives(1);
    ReadResult.Batch first = read(Cursor.START);
    rig.linkedin.receives("late", "2-late", "Hello?", rig.now() + 1);
    rig.time.advance(LinkedInReader.PACE.minusMillis(1));
    assertThat(read(first.next()))
        .isEqualTo(new ReadResult.Batch(List.of(), List.of(), first.next(), false));
    assertThat(rig.reads()).isEqualTo(1);

    rig.time.advance(Duration.ofMillis(1));
    assertThat(read(first.next()).messages()).hasSize(1);
    assertThat(rig.reads()).isEqualTo(2);
  }

  @Test
  void doesNotWaitForAClockThatWasSetBack() {
    ReadResult.Batch first = read(Cursor.START);
    rig.time.advance(Duration.ofDays(-2));
    read(first.next());
    assertThat(rig.reads()).isEqualTo(2);
  }

  /** LinkedIn's start time is inclusive: the last event comes with every answer. */
  @Test
  void dropsTheLastEventThatComesAgain() {
    rig.receives(2);
    ReadResult.Batch first = read(Cursor.START);
    rig.time.advance(LinkedInReader.PACE);
    assertThat(read(first.next()).messages()).isEmpty();
    assertThat(rig.reads()).isEqualTo(2);
  }

  @Test
  void readsMoreThanFiftyEventsInBatches() {
    rig.receives(40);
    rig.receives(45);
    rig.receives(5);
    var ids = new ArrayList<String>();
    Cursor cursor = Cursor.START;
    boolean more = true;
    while (more) {
      ReadResult.Batch batch = read(cursor);
      batch.messages().forEach(one -> ids.add(one.id().nativeId()));
      cursor = batch.next();
      more = batch.more();
    }
    assertThat(ids).hasSize(90).doesNotHaveDuplicates();
  }

  @Test
  void goesOnPastAMomentThatHoldsMoreEventsThanAnAnswerAndSaysSo() {
    rig.receives(60);
    ReadResult.Batch first = read(Cursor.START);
    ReadResult.Batch second = read(first.next());
    assertThat(first.messages()).hasSize(50);
    assertThat(second.quarantined())
        .extracting(Quarantined::reason)
        .allMatch(why -> why.startsWith("more than 50 events"));
    assertThat(read(second.next()).more()).isFalse();
  }

  @Test
  void saysOnceThatItsCursorIsTooOldAndGoesOn() {
    rig.receives(1);
    Cursor old = read(Cursor.START).next();
    rig.time.advance(Changelog.KEPT.plusDays(1));
    rig.receives(1);

    ReadResult.Batch gap = read(old);
    assertThat(gap.quarantined()).hasSize(1);
    assertThat(gap.quarantined().getFirst().reason()).contains("too old", "Import");
    assertThat(gap.more()).isTrue();
    ReadResult.Batch after = read(gap.next());
    assertThat(after.messages()).hasSize(1);
    assertThat(after.quarantined()).isEmpty();
  }

  /** The clock runs on between two reads, and has more digits than a cursor. */
  @Test
  void takesNoMomentBetweenTwoReadsForAGap() {
    rig.time.advance(Duration.ofNanos(123_456));
    rig.receives(1);
    ReadResult.Batch first = read(Cursor.START);
    assertThat(first.quarantined()).isEmpty();
    assertThat(first.messages()).hasSize(1);
    rig.time.advance(Changelog.KEPT.plusDays(1));
    Cursor afterGap = read(first.next()).next();
    rig.time.advance(Duration.ofSeconds(2));
    assertThat(read(afterGap).quarantined()).isEmpty();
  }

  /** Nothing happened for two months, and it was asked every hour: nothing was missed. */
  @Test
  void missesNothingInALongSilence() {
    rig.receives(1);
    Cursor cursor = read(Cursor.START).next();
    for (int week = 0; week < 9; week++) {
      rig.time.advance(Duration.ofDays(7));
      ReadResult.Batch batch = read(cursor);
      assertThat(batch.quarantined()).isEmpty();
      cursor = batch.next();
    }
  }

  @Test
  void leavesEverythingAloneThatIsNoNewMessage() {
    Map<String, Object> like = changed("resourceName", "socialActions/likes");
    like.put("activity", List.of("a shape of its own"));
    rig.linkedin.add(like);
    rig.linkedin.add(changed("method", "PARTIAL_UPDATE"));
    assertThat(read(Cursor.START).isEmpty()).isTrue();
  }

  @Test
  void setsAsideWhatDoesNotFitAndReadsTheRest() {
    rig.linkedin.add(changed("activity", "just words"));
    rig.linkedin.add(changed("activity", Map.of("id", "2-x", "thread", Map.of("id", "t"))));
    rig.linkedin.add(changed("activity", Map.of("id", "2-x")));
    rig.linkedin.add(changed("activity", Map.of("id", "2-x", "thread", "t")));
    rig.linkedin.add(changed("actor", ""));
    rig.linkedin.add(changed("processedAt", "yesterday"));
    rig.receives(1);

    ReadResult.Batch batch = read(Cursor.START);

    assertThat(batch.messages()).hasSize(1);
    assertThat(batch.quarantined()).hasSize(6);
    assertThat(batch.quarantined()).allMatch(one -> one.bytes() > 0);
    rig.time.advance(LinkedInReader.PACE);
    assertThat(read(batch.next()).messages()).isEmpty();
  }

  @Test
  void isBusyWhenThereIsNoListAtAll() {
    rig.linkedin.service().next(FakeLinkedIn::isRead, Reply.ok("{\"elements\":\"none\"}"));
    assertThat(readAny(Cursor.START)).isInstanceOf(ReadResult.Busy.class);
    rig.linkedin.service().next(FakeLinkedIn::isRead, Reply.ok("{}"));
    assertThat(readAny(Cursor.START)).isInstanceOf(ReadResult.Busy.class);
    rig.linkedin.service().next(FakeLinkedIn::isRead, Reply.ok("{\"elements\":[null,7,[]]}"));
    assertThat(read(Cursor.START).quarantined()).hasSize(3);
  }

  @Test
  void cutsWhatIsTooLongToKeepAndCountsFiles() {
    String words = "x".repeat(Content.MAX_TEXT_CHARS - 1) + "👍👍";
    rig.linkedin.receives("ada", "2-long", words, rig.now());
    InboundMessage message = read(Cursor.START).messages().getFirst();
    assertThat(message.content().text().length()).isEqualTo(Content.MAX_TEXT_CHARS - 1);
    assertThat(message.has(Trait.TRUNCATED)).isTrue();
  }

  @Test
  void saysWhomTheChangelogIsForWhenItIsForbidden() {
    rig.linkedin.service().next(FakeLinkedIn::isRead, Reply.json(403, "{\"status\":403}"));
    assertThat(readAny(Cursor.START))
        .isInstanceOfSatisfying(
            ReadResult.Stopped.class,
            stopped -> assertThat(stopped.remedy()).contains("EEA and Switzerland"));
  }

  private Map<String, Object> changed(String field, Object value) {
    String id = "2-" + field + value.hashCode();
    var event =
        new LinkedHashMap<>(
            FakeLinkedIn.message("urn:li:person:odd", "odd", id, "hello", rig.now() - 1_000));
    event.put(field, value);
    return event;
  }

  private ReadResult.Batch read(Cursor from) {
    return (ReadResult.Batch) readAny(from);
  }

  private ReadResult readAny(Cursor from) {
    return rig.reader().read(from, 1_000, Duration.ZERO);
  }
}
