package dev.moltbot.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Telegram forgets what is acknowledged; so nothing is before it is committed here. */
class AcknowledgementTest {
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
  void givesTheSameMessagesAgainUntilTheirCursorIsStored() {
    Cursor stored = rig.settled();
    rig.receives(3);
    losesNothingThatWasNotStored(rig.reader(), stored);
  }

  @Test
  void showsThatAnEagerReaderWouldBeFound() {
    Cursor stored = rig.settled();
    rig.receives(3);
    ChannelReader eager = new Eager(rig.reader());
    assertThatThrownBy(() -> losesNothingThatWasNotStored(eager, stored))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void acknowledgesOnlyInTheReadThatStartsFromTheStoredCursor() {
    Cursor stored = rig.settled();
    rig.receives(3);
    ReadResult.Batch batch = rig.read(stored);
    assertThat(rig.telegram.updates.size()).isEqualTo(3);
    rig.read(batch.next());
    assertThat(rig.telegram.updates.size()).isZero();
  }

  @Test
  void losesNothingWhenTheProcessDiesBetweenReadingAndStoring() {
    Cursor stored = rig.settled();
    rig.receives(3);
    rig.read(stored);
    rig.restarts();
    assertThat(rig.read(stored).messages()).hasSize(3);
  }

  @Test
  void asksFromTheNumberAfterTheLastStoredOne() {
    Cursor stored = rig.settled();
    rig.receives(2);
    Cursor next = rig.read(stored).next();
    rig.read(next);
    assertThat(rig.offsets()).containsExactly(0L, 500_000_002L, 500_000_004L);
  }

  @Test
  void asksForWhateverWaitsWhenItsNumberIsOlderThanNumbersLast() {
    Cursor stored = rig.settled();
    rig.time.advance(Duration.ofDays(8));
    rig.telegram.updates.restartAt(500_000_000);
    rig.receives(2);
    assertThat(rig.read(stored).messages()).hasSize(2);
    assertThat(rig.offsets()).containsExactly(0L, 0L);
  }

  @Test
  void asksForWhateverWaitsOfAnotherBotAndOfACursorItDidNotWrite() {
    for (String cursor : List.of("1:500000099:1767268800", "500000099", "{}")) {
      rig.read(new Cursor(cursor));
    }
    assertThat(rig.offsets()).containsOnly(0L);
  }

  /** Reads, stores nothing, reads again. */
  private static void losesNothingThatWasNotStored(ChannelReader reader, Cursor stored) {
    ReadResult first = reader.read(stored, 100, Duration.ZERO);
    ReadResult again = reader.read(stored, 100, Duration.ZERO);
    assertThat(((ReadResult.Batch) first).messages()).hasSize(3);
    assertThat(((ReadResult.Batch) again).messages())
        .isEqualTo(((ReadResult.Batch) first).messages());
  }

  /** Planted: acknowledges at once what it was given. */
  private record Eager(ChannelReader reader) implements ChannelReader {
    @Override
    public AccountId account() {
      return reader.account();
    }

    @Override
    public ReadResult read(Cursor from, int limit, Duration wait) {
      ReadResult result = reader.read(from, limit, wait);
      if (result instanceof ReadResult.Batch batch) {
        reader.read(batch.next(), limit, wait);
      }
      return result;
    }
  }
}
