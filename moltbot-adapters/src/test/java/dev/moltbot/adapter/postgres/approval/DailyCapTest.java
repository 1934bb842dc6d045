package dev.moltbot.adapter.postgres.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.postgres.Bench;
import dev.moltbot.domain.alert.Alert;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the daily cap of drafts counts, and that its alert is told once. */
class DailyCapTest {

  @Test
  void countsTheDraftsOfTheLastDayAndNoOlderOnes() {
    try (Bench bench = new Bench()) {
      bench.cardFor("ada");
      bench.time.advance(Duration.ofHours(23));
      bench.cardFor("bob");
      Duration day = Duration.ofDays(1);
      assertThat(bench.drafts.proposedSince(bench.now().minus(day))).isEqualTo(2);
      bench.time.advance(Duration.ofHours(2));
      assertThat(bench.drafts.proposedSince(bench.now().minus(day))).isEqualTo(1);
    }
  }

  @Test
  void raisesItsAlertOnceUntilItIsCleared() {
    try (Bench bench = new Bench()) {
      var alert = new Alert(Alert.Kind.CAP_REACHED, "daily drafts", "Enough for today.");
      assertThat(bench.alerts.raise(alert, bench.now())).isTrue();
      assertThat(bench.alerts.raise(alert, bench.now())).isFalse();
      bench.alerts.clear("daily drafts", bench.now());
      assertThat(bench.alerts.raise(alert, bench.now())).isTrue();
    }
  }
}
