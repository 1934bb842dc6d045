package dev.moltbot.adapter.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** One moment, however Instagram writes it. */
class TimesTest {
  private static final Instant MOMENT = Instant.parse("2024-05-21T14:00:00Z");

  @Test
  void readsOneMomentInEveryFormInWhichItComes() {
    for (String written :
        new String[] {
          "1716300000",
          "1716300000000",
          "1716300000.0",
          "2024-05-21T14:00:00+0000",
          "2024-05-21T14:00:00Z",
          "2024-05-21T14:00:00.000Z",
          "2024-05-21T14:00:00+00:00",
          "2024-05-21T16:00:00+0200",
          " 1716300000 "
        }) {
      assertThat(Times.read(written)).as(written).contains(MOMENT);
    }
  }

  @Test
  void readsNothingElse() {
    for (String written :
        new String[] {
          "", " ", "soon", "-1", "1716300000000000", "2024-05-21", "2024-13-41T00:00:00Z", "1e9"
        }) {
      assertThat(Times.read(written)).as(written).isEmpty();
    }
    assertThat(Times.read(null)).isEmpty();
  }
}
