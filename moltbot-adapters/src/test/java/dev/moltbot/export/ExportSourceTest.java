package dev.moltbot.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.HistoryBatch;
import dev.moltbot.port.HistorySource.Known;
import dev.moltbot.port.Quarantined;
import dev.moltbot.testkit.Messages;
import dev.moltbot.testkit.SettableTime;
import java.io.EOFException;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Entries become batches that can be gone on with, and nothing is lost on the way. */
class ExportSourceTest {
  private static final AccountId ACCOUNT = new AccountId(new ChannelId("chat"), "import");
  private static final List<Entry> ENTRIES =
      List.of(
          new Entry.LeftOut("an announcement"),
          new Entry.Unreadable(2, "no date", "2 what?".getBytes(UTF_8)),
          new Entry.Unreadable(3, "no date", "3 what?".getBytes(UTF_8)));

  @Test
  void namesWhatIsUnreadableByFileAndLine() {
    HistoryBatch batch = source(ENTRIES, false).read(Cursor.START, 10, Known.NOTHING);
    assertThat(batch.quarantined())
        .extracting(one -> one.id().nativeId().replaceFirst("#[0-9a-f]{8}$", ""))
        .containsExactly("some/chat.txt:2", "some/chat.txt:3");
    assertThat(batch.skipped()).containsExactly(new HistoryBatch.Skipped("an announcement", 1));
    assertThat(batch.more()).isFalse();
  }

  @Test
  void goesOnWhereABatchEnded() {
    HistoryBatch first = source(ENTRIES, false).read(Cursor.START, 1, Known.NOTHING);
    assertThat(first.more()).isTrue();
    HistoryBatch second = source(ENTRIES, false).read(first.next(), 10, Known.NOTHING);
    assertThat(second.skipped()).isEmpty();
    assertThat(second.quarantined())
        .extracting(Quarantined::id)
        .containsExactly(
            source(ENTRIES, false).read(Cursor.START, 10, Known.NOTHING).quarantined().get(1).id());
  }

  @Test
  void onlyCountsWhatIsStored() {
    var old = Messages.from(ACCOUNT, "ada", "1", "Are you there?", SettableTime.NOON);
    var fresh = Messages.from(ACCOUNT, "ada", "2", "Hello?", SettableTime.NOON);
    List<Entry> said = List.of(new Entry.Said(old), new Entry.Said(fresh));
    HistoryBatch batch = source(said, false).read(Cursor.START, 10, ids -> Set.of(old.id()));
    assertThat(batch.messages()).containsExactly(fresh);
    assertThat(batch.known()).isOne();
  }

  @Test
  void setsTheRestAsideWhereNothingMoreCanBeRead() {
    HistoryBatch batch = source(ENTRIES, true).read(Cursor.START, 10, Known.NOTHING);
    assertThat(batch.more()).isFalse();
    assertThat(batch.quarantined().getLast().reason())
        .isEqualTo("the rest cannot be read: EOFException");
    assertThat(batch.quarantined()).hasSize(3);
  }

  @Test
  void countsTheSameWordsOfTheSameMinute() {
    var ids = new ContentIds();
    String first = ids.next("chat", "12:00", "Ada", "ok");
    assertThat(ids.next("chat", "12:00", "Ada", "ok")).isEqualTo(first + "-2");
    assertThat(ids.next("chat", "12:01", "Ada", "ok")).isNotEqualTo(first);
    assertThat(ContentIds.of("a", "bc")).isNotEqualTo(ContentIds.of("ab", "c"));
  }

  private static ExportSource source(List<Entry> entries, boolean breaks) {
    var origin = new Origin("chat", "some/chat.txt", "key", ACCOUNT, 0);
    return new ExportSource(origin, () -> new Listed(entries.iterator(), breaks));
  }

  private record Listed(Iterator<Entry> entries, boolean breaks) implements EntryReader {
    @Override
    public Optional<Entry> next() throws IOException {
      if (!entries.hasNext() && breaks) {
        throw new EOFException();
      }
      return entries.hasNext() ? Optional.of(entries.next()) : Optional.empty();
    }

    @Override
    public long done() {
      return 0;
    }

    @Override
    public void close() {}
  }
}
