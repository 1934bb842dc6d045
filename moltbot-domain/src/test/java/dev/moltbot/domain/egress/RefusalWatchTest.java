package dev.moltbot.domain.egress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.alert.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalWatchTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Refusal REFUSAL =
      new Refusal("gateway", "moltbot", "GET", "evil.example", "not on the allow-list");

  private final List<Alert> alerts = new ArrayList<>();
  private RefusalWatch watch = new RefusalWatch(Instant.EPOCH, 0, 0, 0);

  @Test
  void tellsAFewOneByOneAndTheRestAsOneFigure() {
    refuse(1_000, NOON.plusSeconds(5));
    assertThat(alerts).hasSize(RefusalWatch.MAX_TOLD);
    assertThat(alerts.getFirst().text())
        .contains("GET of evil.example by moltbot: not on the allow-list")
        .contains("nothing is lost")
        .doesNotContain("one figure");
    assertThat(alerts.getLast().text()).contains("one figure");
    at(NOON.plus(Duration.ofHours(1)));
    assertThat(alerts).hasSize(RefusalWatch.MAX_TOLD + 1);
    assertThat(alerts.getLast().text()).contains("997 more").contains("2026-11-23T12:00:00Z");
  }

  /** Past the limit there is a figure, and all of them are either an entry or in it. */
  @Test
  void recordsAThousandOneByOneAndTheRestAsOneFigure() {
    int entries = 0;
    at(NOON);
    for (int i = 0; i < 2_500; i++) {
      entries += watch.records() ? 1 : 0;
      took(watch.saw(REFUSAL));
    }
    assertThat(entries).isEqualTo(RefusalWatch.MAX_RECORDED);
    assertThat(watch.at(NOON.plusSeconds(3_599)).more()).isZero();
    RefusalWatch.Next next = watch.at(NOON.plus(Duration.ofHours(1)));
    assertThat(next.more()).isEqualTo(1_500);
    assertThat(next.watch().records()).isTrue();
  }

  @Test
  void saysNothingOfAnHourInWhichAllWasTold() {
    refuse(RefusalWatch.MAX_TOLD, NOON);
    at(NOON.plus(Duration.ofHours(2)));
    assertThat(alerts).hasSize(RefusalWatch.MAX_TOLD);
  }

  @Test
  void beginsAnewEachHour() {
    refuse(4, NOON);
    refuse(1, NOON.plus(Duration.ofHours(1)));
    assertThat(alerts).hasSize(RefusalWatch.MAX_TOLD + 2);
  }

  /** An alert whose key stands already would not be told; also when the clock is set back. */
  @Test
  void givesEachAlertAKeyOfItsOwn() {
    refuse(4, NOON);
    refuse(4, NOON.plus(Duration.ofHours(1)));
    refuse(4, NOON);
    at(NOON.plus(Duration.ofHours(1)));
    assertThat(alerts).hasSize(12);
    assertThat(new HashSet<>(alerts.stream().map(Alert::key).toList())).hasSize(12);
  }

  /** Whoever wants to reach something chooses its name. */
  @Test
  void showsNoHostAsItCame() {
    var odd = new Refusal("gateway", "moltbot", "GET", "a\u202Eb\n" + "x".repeat(500), "why");
    assertThat(odd.host()).startsWith("a?b?xx").hasSize(Refusal.MAX_CHARS);
  }

  private void refuse(int times, Instant now) {
    at(now);
    for (int i = 0; i < times; i++) {
      took(watch.saw(REFUSAL));
    }
  }

  private void at(Instant now) {
    took(watch.at(now));
  }

  private void took(RefusalWatch.Next next) {
    watch = next.watch();
    alerts.addAll(next.told());
  }
}
