package dev.moltbot.domain.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How long a reply may be late. */
class ReplyWindowTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @Test
  void closesSoLongAfterTheMessage() {
    var day = new ReplyWindow(Duration.ofHours(24));
    assertThat(day.closes(NOON)).isEqualTo(Instant.parse("2026-01-02T12:00:00Z"));
    assertThat(day).hasToString("24 hours");
  }

  @Test
  void neverClosesWhereTheServiceTakesRepliesAlways() {
    assertThat(ReplyWindow.ALWAYS.closes(NOON)).isEqualTo(Instant.MAX);
    assertThat(ReplyWindow.ALWAYS.closes(Instant.EPOCH)).isEqualTo(Instant.MAX);
    assertThat(ReplyWindow.ALWAYS).hasToString("always");
  }

  @Test
  void isNoWindowWithoutLength() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ReplyWindow(Duration.ZERO));
  }
}
