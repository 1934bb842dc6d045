package dev.moltbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * What a channel promises whose service calls a receiver of ours: only what is signed counts, and
 * what was acknowledged is not lost. Override no test.
 */
public interface WebhookContract {
  ChannelReader reader();

  WebhookFarSide farSide();

  /** The channel as it is after the process died and came up again on the same folder. */
  ChannelReader readerAfterRestart();

  @Test
  default void acknowledgesASignedMessageAndHandsItOver() {
    assertThat(farSide().calls("hello")).isEqualTo(200);
    assertThat(read(reader(), Cursor.START).messages()).hasSize(1);
  }

  @Test
  default void refusesAMessageWithAWrongSignature() {
    assertThat(farSide().callsSignedWrong("hello")).isBetween(400, 499);
    assertThat(read(reader(), Cursor.START).isEmpty()).isTrue();
  }

  @Test
  default void refusesAMessageWithoutASignature() {
    assertThat(farSide().callsUnsigned("hello")).isBetween(400, 499);
    assertThat(read(reader(), Cursor.START).isEmpty()).isTrue();
  }

  @Test
  default void refusesABodyChangedByOneByte() {
    assertThat(farSide().callsChanged("hello")).isBetween(400, 499);
    assertThat(read(reader(), Cursor.START).isEmpty()).isTrue();
  }

  @Test
  default void refusesABodyWithoutEnd() {
    assertThat(farSide().callsSigned("x".repeat(4 << 20))).isBetween(400, 499);
    assertThat(read(reader(), Cursor.START).isEmpty()).isTrue();
  }

  @Test
  default void keepsWhatItAcknowledgedAcrossARestart() {
    assertThat(farSide().calls("hello")).isEqualTo(200);
    assertThat(read(readerAfterRestart(), Cursor.START).messages()).hasSize(1);
  }

  @Test
  default void countsAMessageDeliveredTwiceOnce() {
    farSide().calls("hello");
    farSide().callsAgain();
    ReadResult.Batch batch = read(reader(), Cursor.START);
    assertThat(batch.messages().stream().map(message -> message.id()).distinct()).hasSize(1);
  }

  @Test
  default void setsAsideASignedBodyThatMakesNoSense() {
    assertThat(farSide().callsSigned("{\"surprise\":")).isEqualTo(200);
    farSide().calls("hello");
    ReadResult.Batch batch = read(reader(), Cursor.START);
    assertThat(batch.messages()).hasSize(1);
    assertThat(batch.quarantined()).hasSize(1);
  }

  private static ReadResult.Batch read(ChannelReader reader, Cursor from) {
    ReadResult result = reader.read(from, 10, Duration.ZERO);
    assertThat(result).isInstanceOf(ReadResult.Batch.class);
    return (ReadResult.Batch) result;
  }
}
