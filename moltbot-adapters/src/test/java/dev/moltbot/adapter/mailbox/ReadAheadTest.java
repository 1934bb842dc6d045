package dev.moltbot.adapter.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Reading ahead is a guess: what comes out is what reading without it gives. */
class ReadAheadTest {
  private final Counting counting = new Counting();
  private final ReadAhead ahead = new ReadAhead(counting);

  @Test
  void readsOneBatchAheadAndHandsItOver() throws Exception {
    assertThat(next(ahead.read(Cursor.START, 10, Duration.ZERO))).isEqualTo("10");
    assertThat(counting.reads.poll(5, TimeUnit.SECONDS)).isEqualTo("+10");
    assertThat(counting.reads.poll(5, TimeUnit.SECONDS)).isEqualTo("10+10");
    assertThat(counting.reads).isEmpty();
    assertThat(next(ahead.read(new Cursor("10"), 10, Duration.ZERO))).isEqualTo("20");
  }

  @Test
  void readsAnewWhenAnotherPlaceOrAnotherNumberIsAskedFor() {
    ahead.read(Cursor.START, 10, Duration.ZERO);
    assertThat(next(ahead.read(Cursor.START, 10, Duration.ZERO))).isEqualTo("10");
    assertThat(next(ahead.read(new Cursor("10"), 3, Duration.ZERO))).isEqualTo("13");
  }

  @Test
  void readsNothingAheadOfTheEnd() {
    assertThat(next(ahead.read(new Cursor("90"), 10, Duration.ZERO))).isEqualTo("100");
    assertThat(counting.reads).containsExactly("90+10");
  }

  @Test
  void letsABugOutWhereTheBatchIsAskedFor() {
    ahead.read(new Cursor("70"), 10, Duration.ZERO);
    assertThatThrownBy(() -> ahead.read(new Cursor("80"), 10, Duration.ZERO))
        .hasRootCauseMessage("a bug at 80");
  }

  private static String next(ReadResult result) {
    return ((ReadResult.Batch) result).next().value();
  }

  /** A hundred messages that are only counted. */
  private static final class Counting implements ChannelReader {
    final BlockingQueue<String> reads = new LinkedBlockingQueue<>();

    @Override
    public AccountId account() {
      return new AccountId(new ChannelId("mailbox"), "me@example.net");
    }

    @Override
    public ReadResult read(Cursor from, int limit, Duration wait) {
      reads.add(from.value() + "+" + limit);
      int at = from.atStart() ? 0 : Integer.parseInt(from.value());
      if (at == 80) {
        throw new IllegalStateException("a bug at 80");
      }
      var next = new Cursor(Integer.toString(at + limit));
      return new ReadResult.Batch(List.of(), List.of(), next, at + limit < 100);
    }
  }
}
