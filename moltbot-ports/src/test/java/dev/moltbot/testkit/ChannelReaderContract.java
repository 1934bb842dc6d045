package dev.moltbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ChannelReader} promises. Implement it in the adapter's test; override no test.
 */
public interface ChannelReaderContract {
  /** Most reads a contract test makes before it gives up. */
  int MAX_READS = 200;

  ChannelReader reader();

  ReadableFarSide farSide();

  @Test
  default void readsEveryMessageAcrossBatches() {
    farSide().receives(25);
    assertThat(new HashSet<>(idsFrom(Cursor.START, 10))).hasSize(25);
  }

  @Test
  default void neverReturnsMoreThanAskedFor() {
    farSide().receives(25);
    assertThat(batch(Cursor.START, 10).messages()).hasSizeLessThanOrEqualTo(10);
  }

  @Test
  default void goesOnFromTheCursorWithoutLosingWhatCameMeanwhile() {
    farSide().receives(3);
    var seen = new HashSet<>(idsFrom(Cursor.START, 10));
    Cursor end = drain(Cursor.START, 10, new ArrayList<>());
    farSide().receives(2);
    seen.addAll(idsFrom(end, 10));
    assertThat(seen).hasSize(5);
  }

  @Test
  default void givesTheSameIdsForTheSameMessages() {
    farSide().receives(3);
    assertThat(new HashSet<>(idsFrom(Cursor.START, 10)))
        .isEqualTo(new HashSet<>(idsFrom(Cursor.START, 10)));
  }

  /** Services repeat themselves, and not in order; the store drops what it has by its id. */
  @Test
  default void givesNothingANewIdWhenTheServiceRepeatsItselfOutOfOrder() {
    farSide().receives(5);
    var seen = new HashSet<>(idsFrom(Cursor.START, 10));
    Cursor end = drain(Cursor.START, 10, new ArrayList<>());
    farSide().repeatsItself();
    farSide().receives(1);
    seen.addAll(idsFrom(end, 10));
    assertThat(seen).hasSize(6);
  }

  @Test
  default void losesNothingWhenAskedAgainFromAnOldCursor() {
    farSide().receives(3);
    ReadResult.Batch first = batch(Cursor.START, 2);
    assertThat(first.messages()).hasSizeLessThanOrEqualTo(2);
    var seen = new HashSet<>(first.messages().stream().map(InboundMessage::id).toList());
    seen.addAll(idsFrom(first.next(), 2));
    seen.addAll(idsFrom(first.next(), 2));
    assertThat(seen).hasSize(3);
  }

  private List<MessageId> idsFrom(Cursor from, int limit) {
    var messages = new ArrayList<InboundMessage>();
    drain(from, limit, messages);
    return messages.stream().map(InboundMessage::id).toList();
  }

  private Cursor drain(Cursor from, int limit, List<InboundMessage> into) {
    Cursor cursor = from;
    for (int reads = 0; reads < MAX_READS; reads++) {
      ReadResult.Batch batch = batch(cursor, limit);
      into.addAll(batch.messages());
      cursor = batch.next();
      if (!batch.more()) {
        return cursor;
      }
    }
    throw new AssertionError("still more after " + MAX_READS + " reads");
  }

  private ReadResult.Batch batch(Cursor from, int limit) {
    return switch (reader().read(from, limit, Duration.ZERO)) {
      case ReadResult.Batch batch -> batch;
      case ReadResult.Busy busy -> throw new AssertionError("busy: " + busy.reason());
      case ReadResult.Stopped stopped -> throw new AssertionError("stopped: " + stopped.reason());
    };
  }
}
