package dev.moltbot.adapter.postgres.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.postgres.Bench;
import dev.moltbot.domain.alert.Alert;
import dev.moltbot.domain.audit.AuditEntry;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.Pause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alerts are told once, the brake holds, and accounts say how they are. */
class OwnerStoresTest {
  private static final Alert ALERT = new Alert(Alert.Kind.STRANGER, "stranger x", "Someone came.");

  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void tellsAStandingAlertOnce() {
    assertThat(bench.alerts.raise(ALERT, bench.now())).isTrue();
    assertThat(bench.alerts.raise(ALERT, bench.now())).isFalse();
    assertThat(bench.alerts.nextUntold(Bench.LEASE, bench.now())).contains(ALERT);
    assertThat(bench.alerts.nextUntold(Bench.LEASE, bench.now())).isEmpty();
    bench.time.advance(Bench.LEASE);
    assertThat(bench.alerts.nextUntold(Bench.LEASE, bench.now())).contains(ALERT);
    bench.alerts.told(ALERT, bench.now());
    bench.time.advance(Bench.LEASE);
    assertThat(bench.alerts.nextUntold(Bench.LEASE, bench.now())).isEmpty();
  }

  @Test
  void knowsWhichAlertsStandWhetherToldOrNot() {
    bench.alerts.raise(ALERT, bench.now());
    bench.alerts.told(ALERT, bench.now());
    assertThat(bench.alerts.standing(9)).containsExactly(ALERT);
    bench.alerts.clear(ALERT.key(), bench.now());
    assertThat(bench.alerts.standing(9)).isEmpty();
  }

  @Test
  void tellsAgainAfterItWasCleared() {
    bench.alerts.raise(ALERT, bench.now());
    bench.alerts.told(ALERT, bench.now());
    bench.alerts.clear(ALERT.key(), bench.now());
    assertThat(bench.alerts.raise(ALERT, bench.now())).isTrue();
    assertThat(bench.alerts.nextUntold(Bench.LEASE, bench.now())).contains(ALERT);
  }

  @Test
  void pausesOnceAndResumesOnce() {
    Pause pause = new PostgresPause(bench.database.database());
    pause.pause("owner", bench.now());
    pause.pause("owner", bench.now());
    assertThat(pause.paused()).isTrue();
    pause.resume("owner", bench.now());
    pause.resume("owner", bench.now());
    assertThat(pause.paused()).isFalse();
    assertThat(bench.audit.tail(9))
        .extracting(AuditEntry::type)
        .containsExactly("Paused", "Resumed");
  }

  @Test
  void remembersHowFarAnAccountWasRead() {
    assertThat(bench.accounts.cursor(Bench.MAIL)).isEqualTo(Cursor.START);
    bench.accounts.moveCursor(Bench.MAIL, new Cursor("41"), bench.now());
    bench.accounts.moveCursor(Bench.MAIL, new Cursor("42"), bench.now());
    assertThat(bench.accounts.cursor(Bench.MAIL)).isEqualTo(new Cursor("42"));
  }

  @Test
  void alertsOnceThatAnAccountStoppedAndAgainAfterItWorked() {
    bench.accounts.stop(Bench.MAIL, "token revoked", "Run onboard.", bench.now());
    bench.accounts.stop(Bench.MAIL, "token revoked", "Run onboard.", bench.now());
    Alert alert = bench.alerts.nextUntold(Bench.LEASE, bench.now()).orElseThrow();
    assertThat(alert.text()).contains("token revoked", "No message was lost", "Run onboard.");
    bench.alerts.told(alert, bench.now());
    bench.accounts.working(Bench.MAIL, bench.now());
    bench.accounts.working(Bench.MAIL, bench.now());
    assertThat(bench.alerts.nextUntold(Bench.LEASE, bench.now())).isEmpty();
    bench.accounts.stop(Bench.MAIL, "token revoked", "Run onboard.", bench.now());
    assertThat(bench.alerts.nextUntold(Bench.LEASE, bench.now())).contains(alert);
  }
}
