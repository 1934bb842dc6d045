package dev.moltbot.adapter.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.channel.Patience;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import dev.moltbot.testkit.SettableTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading what moved: nothing is lost, whatever moves when, and in whatever order it shows. */
class InstagramReaderTest {
  private static final String ADA = "100001";
  private static final String BOB = "100002";

  @TempDir Path folder;
  private InstagramRig rig;

  @BeforeEach
  void start() {
    rig = new InstagramRig(folder);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void readsWhoWroteWhatAndWhenInAConversationNamedByThePerson() {
    String id = rig.receives(ADA, "Чи є сьогодні медівник?");
    InboundMessage message = rig.batch(Cursor.START).messages().getFirst();
    assertThat(message.id().nativeId()).isEqualTo(id);
    assertThat(message.conversation().nativeId()).isEqualTo(ADA);
    assertThat(message.sender().address().value()).isEqualTo(ADA);
    assertThat(message.sender().name().reveal()).isEqualTo("user." + ADA);
    assertThat(message.content().text().reveal()).isEqualTo("Чи є сьогодні медівник?");
    assertThat(message.sentAt()).isEqualTo(rig.time.instant().minus(sinceNoon()));
    assertThat(message.traits()).isEmpty();
  }

  @Test
  void seesWhatTheOwnerWroteElsewhereInTheSameConversation() {
    rig.receives(ADA, "hello");
    rig.instagram.inbox.writes(ADA, "hello Ada", rig.time.instant().plusSeconds(1));
    List<InboundMessage> both = rig.batch(Cursor.START).messages();
    assertThat(both.getLast().has(Trait.FROM_OWNER)).isTrue();
    assertThat(both.getLast().conversation()).isEqualTo(both.getFirst().conversation());
    assertThat(both.getFirst().has(Trait.FROM_OWNER)).isFalse();
  }

  @Test
  void givesNothingWhenNothingMoved() {
    rig.receives(5);
    Cursor end = rig.drain(Cursor.START);
    rig.time.advance(Duration.ofSeconds(20));
    ReadResult.Batch quiet = rig.batch(end);
    assertThat(quiet.isEmpty()).isTrue();
    assertThat(quiet.next()).isEqualTo(end);
    assertThat(quiet.more()).isFalse();
  }

  /** Its clock counts seconds, so neither time nor order tells the second message. */
  @Test
  void seesASecondMessageWithinTheSameSecond() {
    rig.receives(ADA, "one");
    var at = rig.time.instant();
    Cursor end = rig.drain(Cursor.START);
    rig.instagram.inbox.receives(ADA, "two", at);
    rig.instagram.inbox.receives(BOB, "three", at);
    assertThat(texts(end)).contains("two", "three");
  }

  @Test
  void readsAMessageThatShowsLaterThanANewerOne() {
    rig.receives(ADA, "new");
    Cursor end = rig.drain(Cursor.START);
    rig.instagram.inbox.receives(BOB, "late", rig.time.instant().minusSeconds(100));
    assertThat(texts(end)).containsExactly("late");
  }

  @Test
  void readsWhatMovedWhileItsPagesWereRead() {
    rig.instagram.inbox.pageLimit(2);
    rig.receives(6);
    rig.receives(ADA, "first");
    Cursor cut = rig.batch(Cursor.START).next();
    rig.receives("10000000001", "again");
    assertThat(texts(cut)).contains("again");
  }

  @Test
  void doesNotRelyOnTheOrderInWhichConversationsAreListed() {
    rig.instagram.inbox.listsInNoOrder();
    rig.instagram.inbox.pageLimit(3);
    rig.receives(10);
    assertThat(texts(Cursor.START)).hasSize(10);
  }

  /** Within the hour; a page on which nothing moved ends a quick look. */
  @Test
  void findsWhatMovedBehindAPageOnWhichNothingDid() {
    rig.instagram.inbox.pageLimit(3);
    rig.receives(9);
    rig.time.advance(Duration.ofMinutes(10));
    rig.receives("9", "before");
    Cursor end = rig.drain(Cursor.START);
    rig.time.advance(Duration.ofMinutes(10));
    rig.instagram.inbox.listsByPerson();
    rig.receives("0", "hidden");
    var seen = new ArrayList<InboundMessage>();
    end = rig.drain(end, seen);
    assertThat(seen).isEmpty();
    rig.time.advance(PolledReader.SWEEP);
    assertThat(texts(end)).contains("hidden");
  }

  @Test
  void goesOnWhereAReadWasCutEvenInTheMiddleOfAConversation() {
    for (int i = 0; i < 5; i++) {
      rig.receives(ADA, "ada " + i);
      rig.receives(BOB, "bob " + i);
    }
    var seen = new ArrayList<String>();
    Cursor cursor = Cursor.START;
    for (int reads = 0; reads < 20; reads++) {
      rig.restarts();
      rig.time.advance(Duration.ofSeconds(2));
      var batch = (ReadResult.Batch) rig.reader().read(cursor, 3, Duration.ZERO);
      assertThat(batch.messages()).hasSizeLessThanOrEqualTo(3);
      batch.messages().forEach(message -> seen.add(message.content().text().reveal()));
      cursor = batch.next();
    }
    assertThat(seen).hasSize(10).doesNotHaveDuplicates();
  }

  /** A fault makes it forget the list it was working through. */
  @Test
  void losesNothingWhenAFaultFollowsACut() {
    rig.drain(Cursor.START);
    for (int i = 0; i < 6; i++) {
      rig.receives(1);
      rig.time.advance(Duration.ofMinutes(5));
    }
    var cut = (ReadResult.Batch) rig.reader().read(Cursor.START, 2, Duration.ZERO);
    rig.failsOnce();
    assertThat(rig.read(cut.next())).isInstanceOf(ReadResult.Busy.class);
    assertThat(cut.messages()).hasSize(2);
    assertThat(texts(cut.next())).hasSize(4);
  }

  @Test
  void readsABacklogWithinItsTimeAndRemembersItsPages() {
    rig.receives(120);
    ReadResult.Batch first = rig.batch(Cursor.START);
    assertThat(first.more()).isTrue();
    assertThat(rig.time.instant()).isBefore(rig.time.instant().plus(PolledReader.BUDGET));
    var seen = new ArrayList<>(first.messages());
    rig.drain(first.next(), seen);
    assertThat(seen).hasSize(120);
    long listings =
        rig.instagram.service().requests().stream()
            .filter(request -> request.path().endsWith("/conversations"))
            .count();
    assertThat(listings).isEqualTo(3);
  }

  /** Instagram gives words for the last twenty only. */
  @Test
  void setsAsideWhatInstagramNoLongerShows() {
    rig.receives(ADA, "before");
    Cursor end = rig.drain(Cursor.START);
    rig.time.advance(Duration.ofMinutes(10));
    for (int i = 0; i < 25; i++) {
      rig.receives(ADA, "many " + i);
      rig.time.advance(Duration.ofSeconds(1));
    }
    ReadResult.Batch batch = rig.batch(end);
    assertThat(batch.messages()).hasSize(20);
    assertThat(batch.quarantined()).hasSize(5);
    assertThat(batch.quarantined().getFirst().reason()).contains("last 20");
    assertThat(rig.batch(batch.next()).isEmpty()).isTrue();
  }

  @Test
  void setsAsideWhatCannotBeReadAndReadsTheRest() {
    rig.receives(ADA, "fine");
    var now = rig.time.instant();
    rig.instagram.inbox.receivesOddly(ADA, Map.of("id", "m-1", "created_time", "soon"), now);
    rig.instagram.inbox.receivesOddly(
        ADA, Map.of("id", "m-2", "created_time", "2026-01-01T12:00:00+0000"), now);
    rig.instagram.inbox.receivesOddly(ADA, Map.of("message", Map.of("no", "text")), now);
    ReadResult.Batch batch = rig.batch(Cursor.START);
    assertThat(batch.messages()).hasSize(1);
    assertThat(batch.quarantined()).hasSize(3);
    assertThat(rig.batch(batch.next()).isEmpty()).isTrue();
  }

  @Test
  void leavesOutAConversationThatIsGone() {
    rig.receives(ADA, "gone soon");
    rig.receives(BOB, "stays");
    rig.instagram
        .service()
        .next(FakeInstagram::readsConversation, FakeInstagram.refusal(400, 100, 33));
    assertThat(texts(Cursor.START)).containsExactly("stays");
  }

  @Test
  void doesNotLetOneConversationHoldUpAllOthersForEver() {
    rig.receives(ADA, "poison");
    rig.receives(BOB, "waits");
    String bad = rig.instagram.inbox.conversationWith(ADA);
    for (int i = 0; i < Patience.MAX_TRIES; i++) {
      rig.instagram.service().next(r -> r.path().endsWith(bad), FakeInstagram.refusal(500, 1, 0));
    }
    for (int i = 1; i < Patience.MAX_TRIES; i++) {
      assertThat(rig.read(Cursor.START)).isInstanceOf(ReadResult.Busy.class);
      rig.time.advance(Duration.ofSeconds(15));
    }
    ReadResult.Batch batch = rig.batch(Cursor.START);
    assertThat(batch.messages()).hasSize(1);
    assertThat(batch.quarantined()).hasSize(1);
  }

  @Test
  void marksWhatCameWithoutWords() {
    var voice =
        Map.<String, Object>of(
            "id", "m-1",
            "created_time", "2026-01-01T12:00:00+0000",
            "from", Map.of("id", ADA, "username", "ada"),
            "message", "",
            "is_unsupported", true);
    rig.instagram.inbox.receivesOddly(ADA, voice, rig.time.instant());
    assertThat(rig.batch(Cursor.START).messages().getFirst().traits())
        .containsExactly(Trait.ATTACHMENTS);
  }

  @Test
  void readsTimesHoweverTheyAreWritten() {
    for (FakeInbox.Clock clock : FakeInbox.Clock.values()) {
      rig.instagram.inbox.clock(clock);
      rig.receives("with-" + clock.name(), clock.name());
    }
    assertThat(texts(Cursor.START)).containsExactlyInAnyOrder("ISO", "SECONDS", "MILLIS");
  }

  @Test
  void stopsForATokenOfAnotherAccount() {
    rig.instagram.isCalled("somebody.else");
    assertThat(rig.read(Cursor.START))
        .isInstanceOfSatisfying(
            ReadResult.Stopped.class,
            stopped -> assertThat(stopped.reason()).contains("@" + FakeInbox.USERNAME));
  }

  /** The fake refuses a third call within a second. */
  @Test
  void neverAsksMoreThanTwiceASecond() {
    rig.receives(30);
    var ids = new HashSet<>();
    var messages = new ArrayList<InboundMessage>();
    rig.drain(Cursor.START, messages);
    messages.forEach(message -> ids.add(message.id()));
    assertThat(ids).hasSize(30);
  }

  @Test
  void keepsTheQuietThatCutABatchShort() {
    rig.receives(3);
    rig.instagram.service().nextAsUsual(FakeInstagram::readsConversation);
    rig.instagram
        .service()
        .next(FakeInstagram::readsConversation, FakeInstagram.refusal(400, 613, 0));
    ReadResult.Batch cut = rig.batch(Cursor.START);
    assertThat(cut.messages()).hasSize(1);
    assertThat(rig.read(cut.next()))
        .isInstanceOfSatisfying(
            ReadResult.Busy.class,
            busy -> assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(60)));
    rig.time.advance(Duration.ofSeconds(61));
    assertThat(texts(cut.next())).hasSize(2);
  }

  /** Every order of what happens, by seed: reads, messages, cuts, restarts, lists in disorder. */
  @Test
  void losesNothingWhateverHappensInWhateverOrder() {
    for (int seed = 0; seed < 8; seed++) {
      try (var world = new InstagramRig(folder.resolve("seed-" + seed))) {
        assertThat(RandomDays.missed(world, new Random(seed))).as("seed %d", seed).isEmpty();
      }
    }
  }

  @Test
  void keepsItsCursorShortAndWithoutAnybodysIds() {
    rig.receives(ADA, "hello");
    rig.receives(40);
    String cursor = rig.drain(Cursor.START).value();
    assertThat(cursor).hasSizeLessThan(500).doesNotContain(ADA);
  }

  private Duration sinceNoon() {
    return Duration.between(SettableTime.NOON, rig.time.instant());
  }

  private List<String> texts(Cursor from) {
    var messages = new ArrayList<InboundMessage>();
    rig.drain(from, messages);
    return messages.stream().map(message -> message.content().text().reveal()).toList();
  }
}
