package dev.moltbot.app.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.desk.DeskConfig;
import dev.moltbot.adapter.postgres.PostgresConfig;
import dev.moltbot.adapter.postgres.PostgresModule;
import dev.moltbot.app.audit.ActionLog;
import dev.moltbot.app.demo.Scratch;
import dev.moltbot.app.inspection.deep.secret.Samples;
import dev.moltbot.app.runtime.Moltbot;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.port.AuditLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults of the record and of a running database, one at a time, in a real one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordFaultsTest {
  private static final String WRITABLE = "alter table audit_entry disable trigger user; ";
  private static final String FINAL = "; alter table audit_entry enable trigger user";

  private final Scratch scratch = Scratch.create();
  private CleanSetup setup;
  private Moltbot moltbot;

  /**
   * One of them.
   *
   * @param undo afterwards the set-up is clean again
   */
  record Planted(String id, String plant, String undo) {
    @Override
    public String toString() {
      return id + ": " + plant.replace(WRITABLE, "").replace(FINAL, "");
    }
  }

  static List<Planted> faults() {
    String restore =
        WRITABLE + "truncate audit_entry; insert into audit_entry select * from saved" + FINAL;
    return List.of(
        new Planted(
            "runtime.audit-chain",
            WRITABLE + "update audit_entry set payload = '{}' where sequence = 2" + FINAL,
            restore),
        new Planted(
            "runtime.audit-chain",
            WRITABLE + "delete from audit_entry where sequence = 2" + FINAL,
            restore),
        new Planted(
            "runtime.audit-guards",
            "alter table audit_entry disable trigger audit_entry_no_change",
            "alter table audit_entry enable trigger audit_entry_no_change"),
        new Planted(
            "runtime.audit-guards",
            "grant update on audit_entry to moltbot_app",
            "revoke update on audit_entry from moltbot_app"),
        new Planted("runtime.database-roles", "create role mallory login", "drop role mallory"),
        new Planted(
            "runtime.database-roles",
            "alter role moltbot_app createrole",
            "alter role moltbot_app nocreaterole"),
        new Planted(
            "runtime.database-settings",
            "alter database moltbot set log_statement = 'all'",
            "alter database moltbot reset log_statement"),
        new Planted(
            "runtime.alerts-told",
            "insert into alert (key, kind, words, raised_at) values"
                + " ('k', 'VOLUME', 'many', '2026-11-23T08:00:00Z')",
            "delete from alert"));
  }

  @BeforeAll
  void open() throws IOException, SQLException {
    setup = CleanSetup.in(scratch.folder().toRealPath());
    Path data = setup.path(".openclaw/data");
    for (String one : List.of("cluster/pg_hba.conf", "cluster/postgresql.conf", "cluster")) {
      Files.delete(data.resolve(one));
    }
    var config = PostgresConfig.embedded(data);
    moltbot = scratch.holds(Moltbot.storesOnly(PostgresModule.open(config, new SecureRandom())));
    note(new AuditEvent.Started("1", "none"), CleanSetup.NOW.minus(Duration.ofDays(1)));
    note(new AuditEvent.Paused("the owner"), CleanSetup.NOW.minus(Duration.ofHours(20)));
    note(new AuditEvent.Resumed("the owner"), CleanSetup.NOW.minus(Duration.ofHours(19)));
    log();
    run("create table saved as select * from audit_entry");
  }

  @AfterAll
  void close() {
    scratch.close();
  }

  @AfterEach
  void back() {
    setup.at(CleanSetup.NOW);
  }

  @Test
  void findsNothingWhileAllIsWell() throws InterruptedException {
    assertThat(audit().toMend()).isEmpty();
    assertThat(audit().all())
        .filteredOn(one -> one.outcome().seen().contains("not running"))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void findsExactlyWhatWasPlanted(Planted fault) throws SQLException, InterruptedException {
    run(fault.plant());
    try {
      assertThat(found()).containsExactly(fault.id());
    } finally {
      run(fault.undo());
    }
  }

  /** So long that PostgreSQL packs it: its files do not show it. */
  @Test
  void findsACredentialInARowAndOnlyWarnsOfOneThatIsNotInUse() throws Exception {
    Finding clean = leak();
    assertThat(clean.status()).isEqualTo(Status.PASS);
    say("so ".repeat(2_000) + Samples.telegram());
    try {
      assertThat(leak().status()).isEqualTo(Status.WARN);
      say("so ".repeat(2_000) + setup.scene().value(DeskConfig.TOKEN) + "so ".repeat(2_000));
      Finding found = leak();
      assertThat(found.status()).isEqualTo(Status.FAIL);
      assertThat(found.outcome().seen())
          .contains("table alert line 2 (MOLTBOT_DESK_TOKEN)")
          .doesNotContain("data/");
    } finally {
      run("delete from alert");
    }
  }

  private Finding leak() throws InterruptedException {
    return Inspection.run(Leaks.CHECKS, setup.scene(), true).all().stream()
        .filter(one -> one.check().id().equals("secrets.in-database"))
        .findFirst()
        .orElseThrow();
  }

  private void say(String words) throws SQLException {
    run(
        "insert into alert (key, kind, words, raised_at) values (gen_random_uuid(), 'VOLUME', '"
            + words
            + "', now())");
    run("checkpoint");
  }

  @Test
  void missesTheLogThatIsWrittenNoMore() throws IOException, InterruptedException {
    Files.delete(setup.path(".openclaw/logs/actions.log"));
    try {
      assertThat(found()).containsExactly("runtime.audit-log");
    } finally {
      log();
    }
  }

  @Test
  void remindsOfTheLogAfterAWeekAndOfTheAuditAfterAMonth() throws InterruptedException {
    setup.at(CleanSetup.NOW.plus(Duration.ofDays(8)));
    assertThat(found()).containsExactly("ongoing.weekly-log-review");
    setup.at(CleanSetup.NOW.plus(Duration.ofDays(35)));
    assertThat(found()).containsExactly("ongoing.monthly-audit", "ongoing.weekly-log-review");
  }

  private void note(AuditEvent event, Instant at) {
    moltbot.part(AuditLog.class).append(event, at);
  }

  private void log() throws IOException {
    Path file = setup.path(".openclaw/logs/actions.log");
    try (var log = new ActionLog(file)) {
      log.follow(moltbot.part(AuditLog.class));
    }
    setup.mode(".openclaw/logs/actions.log", "rw-------");
  }

  private List<String> found() throws InterruptedException {
    return audit().toMend().stream().map(one -> one.check().id()).toList();
  }

  private Findings audit() throws InterruptedException {
    return Inspection.run(Checks.audit(), setup.scene(), false);
  }

  /** As whoever owns the tables; its way in is in the workspace. */
  private void run(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + line("cluster/postmaster.pid", 3) + "/moltbot",
                "moltbot",
                line("moltbot.password", 0));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String line(String file, int number) {
    try {
      return Files.readAllLines(setup.path(".openclaw/data/" + file)).get(number).strip();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
