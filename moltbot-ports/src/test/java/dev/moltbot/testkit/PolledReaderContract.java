package dev.moltbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What a reader promises beyond {@link ChannelReaderContract} when it asks a service: it survives
 * all the ways in which a service does not answer. Override no test.
 */
public interface PolledReaderContract extends ChannelReaderContract {
  /** Shortest wait when a service throttles and does not say for how long. */
  Duration MIN_PAUSE = Duration.ofSeconds(1);

  /** Longest wait that any service can impose. */
  Duration MAX_PAUSE = Duration.ofHours(1);

  /** Most reads until a revoked credential must have shown. */
  int ENOUGH_READS = 40;

  @Override
  PolledFarSide farSide();

  @Test
  default void isBusyWhenTheServerFailsAndLosesNothing() {
    farSide().receives(3);
    farSide().failsOnce();
    assertThat(reader().read(Cursor.START, 10, Duration.ZERO)).isInstanceOf(ReadResult.Busy.class);
    Set<Object> seen = new HashSet<>();
    readAll(Cursor.START, seen);
    assertThat(seen).hasSize(3);
  }

  @Test
  default void isBusyWhenAnAnswerIsCutAndLosesNothing() {
    farSide().receives(3);
    farSide().cutsAnswerOnce();
    assertThat(reader().read(Cursor.START, 10, Duration.ZERO)).isInstanceOf(ReadResult.Busy.class);
    Set<Object> seen = new HashSet<>();
    readAll(Cursor.START, seen);
    assertThat(seen).hasSize(3);
  }

  @Test
  default void waitsAsLongAsTheChannelAsks() {
    farSide().receives(1);
    farSide().throttlesOnce("17");
    assertThat(busy().retryAfter()).isBetween(Duration.ofSeconds(17), Duration.ofSeconds(60));
  }

  @Test
  default void waitsUntilTheDateThatTheChannelNames() {
    farSide().receives(1);
    farSide().throttlesOnce("Thu, 01 Jan 2026 12:00:40 GMT");
    assertThat(busy().retryAfter()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(60));
  }

  @Test
  default void waitsAWhileWhenTheChannelDoesNotSayHowLong() {
    farSide().receives(1);
    farSide().throttlesOnce("");
    assertThat(busy().retryAfter()).isBetween(MIN_PAUSE, MAX_PAUSE);
  }

  @Test
  default void doesNotBelieveAnAbsurdWait() {
    farSide().receives(1);
    farSide().throttlesOnce("1000000000");
    assertThat(busy().retryAfter()).isBetween(MIN_PAUSE, MAX_PAUSE);
  }

  @Test
  default void stopsWithARemedyWhenTheCredentialIsRevoked() {
    farSide().receives(1);
    farSide().revokes();
    assertThat(reader().read(Cursor.START, 10, Duration.ZERO))
        .isInstanceOfSatisfying(
            ReadResult.Stopped.class, stopped -> assertThat(stopped.remedy()).isNotBlank());
  }

  /** What was read before stays; then the channel stops, however often it is asked. */
  @Test
  default void keepsWhatItReadWhenTheCredentialIsRevokedInTheMiddle() {
    farSide().receives(6);
    farSide().revokesAfter(3);
    Cursor cursor = Cursor.START;
    for (int reads = 0; reads < ENOUGH_READS; reads++) {
      switch (reader().read(cursor, 2, Duration.ZERO)) {
        case ReadResult.Batch batch -> cursor = batch.next();
        case ReadResult.Busy busy -> throw new AssertionError("busy: " + busy.reason());
        case ReadResult.Stopped stopped -> {
          assertThat(stopped.remedy()).isNotBlank();
          return;
        }
      }
    }
    throw new AssertionError("still reading with a revoked credential");
  }

  @Test
  default void findsTheGapWhenItsCursorIsTooOld() {
    farSide().receives(3);
    Set<Object> seen = new HashSet<>();
    Cursor end = readAll(Cursor.START, seen);
    farSide().receives(4);
    farSide().forgetsCursors();
    readAll(end, seen);
    assertThat(seen).hasSize(7);
  }

  private ReadResult.Busy busy() {
    ReadResult result = reader().read(Cursor.START, 10, Duration.ZERO);
    assertThat(result).isInstanceOf(ReadResult.Busy.class);
    return (ReadResult.Busy) result;
  }

  private Cursor readAll(Cursor from, Set<Object> ids) {
    Cursor cursor = from;
    for (int reads = 0; reads < ENOUGH_READS; reads++) {
      ReadResult result = reader().read(cursor, 10, Duration.ZERO);
      assertThat(result).isInstanceOf(ReadResult.Batch.class);
      ReadResult.Batch batch = (ReadResult.Batch) result;
      batch.messages().stream().map(InboundMessage::id).forEach(ids::add);
      cursor = batch.next();
      if (!batch.more()) {
        return cursor;
      }
    }
    throw new AssertionError("still more after " + ENOUGH_READS + " reads");
  }
}
