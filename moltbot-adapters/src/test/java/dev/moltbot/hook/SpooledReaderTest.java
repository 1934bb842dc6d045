package dev.moltbot.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import dev.moltbot.state.Spool;
import dev.moltbot.state.StateFolders;
import dev.moltbot.testkit.Messages;
import dev.moltbot.testkit.SettableTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpooledReaderTest {
  private static final AccountId ACCOUNT = Messages.account("example");

  @TempDir private Path root;
  private final SettableTime time = new SettableTime();
  private Optional<ReadResult.Stopped> obstacle = Optional.empty();
  private Spool spool;

  @BeforeEach
  void open() {
    spool = new Spool(new StateFolders(root).of(new ChannelId("example")), time);
  }

  /** A body is words, each a message; "?" makes no sense. */
  private static Parser.Parsed parse(String body) {
    if (body.equals("?")) {
      return new Parser.Parsed.Unreadable("it is a question mark");
    }
    return body.isEmpty()
        ? Parser.Parsed.NOTHING
        : new Parser.Parsed.Messages(
            java.util.Arrays.stream(body.split(" ", -1))
                .map(word -> Messages.fromAda(ACCOUNT, word, word))
                .toList());
  }

  @Test
  void readsOnFromItsCursor() throws Exception {
    put("a", "b");
    ReadResult.Batch first = batch(Cursor.START, 10);
    assertThat(ids(first)).containsExactly("a", "b");
    assertThat(first.more()).isFalse();
    put("c");
    assertThat(ids(batch(first.next(), 10))).containsExactly("c");
  }

  @Test
  void splitsABodyThatHoldsMoreThanABatch() throws Exception {
    put("a b c d e", "f");
    ReadResult.Batch first = batch(Cursor.START, 2);
    assertThat(ids(first)).containsExactly("a", "b");
    assertThat(first.more()).isTrue();
    ReadResult.Batch second = batch(first.next(), 2);
    assertThat(ids(second)).containsExactly("c", "d");
    ReadResult.Batch third = batch(second.next(), 2);
    assertThat(ids(third)).containsExactly("e", "f");
    assertThat(third.more()).isFalse();
    assertThat(ids(batch(first.next(), 2))).containsExactly("c", "d");
  }

  @Test
  void movesPastBodiesThatConcernNobody() throws Exception {
    put("", "", "a");
    ReadResult.Batch first = batch(Cursor.START, 2);
    assertThat(first.isEmpty()).isTrue();
    assertThat(first.more()).isTrue();
    assertThat(ids(batch(first.next(), 2))).containsExactly("a");
  }

  @Test
  void setsAsideWhatMakesNoSenseUnderANameOfItsOwn() throws Exception {
    put("a", "?", "?", "b");
    ReadResult.Batch batch = batch(Cursor.START, 10);
    assertThat(ids(batch)).containsExactly("a", "b");
    assertThat(batch.quarantined()).extracting(set -> set.id()).hasSize(2);
    assertThat(batch.quarantined())
        .extracting(set -> set.id().nativeId())
        .containsOnly(batch.quarantined().getFirst().id().nativeId());
    assertThat(batch.quarantined().getFirst().reason()).isEqualTo("it is a question mark");
    assertThat(batch.quarantined().getFirst().bytes()).isEqualTo(1);
  }

  @Test
  void startsAnewFromTheCursorOfAnotherReader() throws Exception {
    put("a");
    assertThat(ids(batch(new Cursor("2026-01-01T12:00:00Z|m_17"), 10))).containsExactly("a");
  }

  @Test
  void keepsACursorThatBroughtNothing() throws Exception {
    assertThat(batch(Cursor.START, 10).next()).isEqualTo(Cursor.START);
    put("a");
    Cursor end = batch(Cursor.START, 10).next();
    assertThat(batch(end, 10).next()).isEqualTo(end);
  }

  @Test
  void readsWhatCameBeforeItSaysWhyNothingMoreComes() throws Exception {
    put("a", "", "b");
    obstacle = Optional.of(new ReadResult.Stopped("port 1 is taken", "set another"));
    ReadResult.Batch left = batch(Cursor.START, 10);
    assertThat(ids(left)).containsExactly("a", "b");
    assertThat(reader().read(left.next(), 10, Duration.ofMinutes(1))).isEqualTo(obstacle.get());
    obstacle = Optional.empty();
    put("c");
    assertThat(ids(batch(left.next(), 10))).containsExactly("c");
  }

  @Test
  void isBusyWhileTheDiskIsInTrouble() throws IOException {
    Files.createDirectories(root.resolve("example/0000000000000000001.new/in-the-way"));
    assertThat(reader().read(Cursor.START, 10, Duration.ZERO)).isInstanceOf(ReadResult.Busy.class);
  }

  @Test
  void isBusyWhenItsThreadIsToldToStop() {
    Thread.currentThread().interrupt();
    ReadResult result = reader().read(Cursor.START, 10, Duration.ofMinutes(1));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(result).isInstanceOf(ReadResult.Busy.class);
  }

  @Test
  void drainsABacklogInOneBatch() throws Exception {
    put(IntStream.range(0, 50).mapToObj(i -> "m" + i).toArray(String[]::new));
    ReadResult.Batch batch = batch(Cursor.START, 1_000);
    assertThat(batch.messages()).hasSize(50);
    assertThat(batch.more()).isFalse();
  }

  private void put(String... bodies) throws IOException {
    for (String body : bodies) {
      spool.put(body);
    }
  }

  private SpooledReader reader() {
    return new SpooledReader(ACCOUNT, spool, SpooledReaderTest::parse, () -> obstacle);
  }

  private ReadResult.Batch batch(Cursor from, int limit) {
    return (ReadResult.Batch) reader().read(from, limit, Duration.ZERO);
  }

  private static java.util.List<String> ids(ReadResult.Batch batch) {
    return batch.messages().stream().map(InboundMessage::id).map(id -> id.nativeId()).toList();
  }
}
