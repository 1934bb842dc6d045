package dev.moltbot.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import dev.moltbot.adapter.backup.BackupConfig;
import dev.moltbot.adapter.backup.BackupModule;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.port.BackupRefused;
import dev.moltbot.port.Snapshots;
import dev.moltbot.port.Vault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything goes into a file and comes out of it as it was, or not at all. */
class BackupTest {
  private static final Instant NOW = Instant.parse("2026-05-05T12:00:00Z");
  private static final String RESTORED_ENTRIES =
      "select string_agg(type, ' ' order by sequence) from audit_entry where sequence > 2";

  private final BackupConfig.KeyPair key = BackupConfig.newKey();
  private final TestDatabase database = TestDatabase.fresh();
  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void fill() throws Exception {
    Sample.fill(database);
    database.database().run(NOW, tx -> tx.audit(new AuditEvent.Started("1", "")));
    database.database().run(NOW, tx -> tx.audit(new AuditEvent.Stopped("")));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void bringsEveryRowOfEveryTableBackAsItWas() throws Exception {
    Path file = sealed("all.age");
    try (TestDatabase empty = TestDatabase.fresh()) {
      load(file, empty);
      Map<String, String> before = hashes(database);
      assertThat(hashes(empty)).isEqualTo(before);
      assertThat(before.values().stream().filter(one -> !one.startsWith("0 ")))
          .as("tables with rows in them")
          .hasSizeGreaterThanOrEqualTo(21);
      assertThat(sequences(empty)).isEqualTo(sequences(database)).hasSizeGreaterThan(5);
      // And the numbers go on where they were.
      String next = "insert into account (channel, name) values ('x', 'x') returning account_id";
      assertThat(empty.asProgram(next)).isEqualTo("3");
    }
  }

  /** A table made by a later migration is in it without a line of code; this one stands for it. */
  @Test
  void findsTablesByItself() throws Exception {
    database.asOwner("create table zebra (a text, b double precision, c jsonb)");
    database.asOwner(
        "insert into zebra values (null, 0.1, '{\"x\": [1, null]}'), ('', 1e300, null)");
    Path file = sealed("zebra.age");
    try (TestDatabase empty = TestDatabase.fresh()) {
      assertThatThrownBy(() -> load(file, empty))
          .isInstanceOf(BackupRefused.class)
          .hasMessageContaining("not those of the backup");
      empty.asOwner("create table zebra (c jsonb, b double precision, a text)");
      load(file, empty);
      String rows = "select string_agg(concat_ws('|', a, b, c), ' ' order by b) from zebra";
      assertThat(empty.asOwner(rows)).isEqualTo(database.asOwner(rows));
    }
  }

  /** What is committed while the copy is under way is not in it, in no table. */
  @Test
  void seesOneMoment() throws Exception {
    var rows = new LinkedHashMap<String, Long>();
    new PostgresSnapshots(database.logins().owner())
        .copy(
            new Discarded() {
              @Override
              public void end(Snapshots.Table table, long count) {
                rows.put(table.name(), count);
                run(
                    "insert into annotation (handle_id, kind, words, written_at) values (2, 'TAG',"
                        + " '"
                        + rows.size()
                        + "', now())");
                run("insert into account (channel, name) values ('late', '" + rows.size() + "')");
              }
            });
    assertThat(rows).containsEntry("annotation", 1L).containsEntry("account", 2L);
    assertThat(database.count("annotation")).isGreaterThan(20);
  }

  @Test
  void aRestoredOneSendsNothingOfItself() throws Exception {
    Path file = sealed("all.age");
    try (TestDatabase empty = TestDatabase.fresh()) {
      var restored = restoring(file).into(empty.logins().owner());
      assertThat(restored.unknown()).isEqualTo(2);
      assertThat(restored.closed()).isEqualTo(2);
      assertThat(restored.record().valid()).isTrue();
      assertThat(empty.asOwner(RESTORED_ENTRIES))
          .startsWith("Restored Paused SendUnknown SendUnknown RequestClosed RequestClosed");
      assertThat(empty.count("approval where outcome = 'unknown' and look_at is not null"))
          .isEqualTo(2);
      assertThat(empty.count("approval where claimed_at is null or outcome is null")).isZero();
      assertThat(empty.count("request where state in ('open', 'opening')")).isZero();
      assertThat(empty.count("request where shown_state <> state and state = 'expired'")).isZero();
      assertThat(empty.count("conversation where lease_until is not null")).isZero();
      assertThat(empty.count("question where state = 'failed'")).isEqualTo(1);
      assertThat(empty.count("pause")).isEqualTo(1);
    }
  }

  @Test
  void fillsNothingButAnEmptyDatabase() throws Exception {
    Path file = sealed("all.age");
    Map<String, String> before = hashes(database);
    assertThatThrownBy(() -> restoring(file).into(database.logins().owner()))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("not empty")
        .hasMessageContaining("nothing was changed");
    assertThat(hashes(database)).isEqualTo(before);
  }

  @Test
  void restoresAnOlderVersionAndThenMigrates() throws Exception {
    String old = "011";
    try (TestDatabase other = TestDatabase.fresh();
        TestDatabase empty = TestDatabase.fresh()) {
      other.asOwner(
          "drop schema public cascade; create schema public;"
              + " grant usage on schema public to moltbot_app");
      Schema.migrate(other.logins().owner(), old);
      other.asOwner(
          "insert into contact values ('" + new java.util.UUID(1, 2) + "', 'Ann', '2026-01-01')");
      other.asOwner(
          "insert into handle (handle_key, channel, value, contact_id) values"
              + " (gen_random_uuid(), 'gmail', 'ann@example.org', '"
              + new java.util.UUID(1, 2)
              + "')");
      empty.asOwner(
          "drop schema public cascade; create schema public;"
              + " grant usage on schema public to moltbot_app");
      Path file = sealed("old.age", other);
      restoring(file).into(empty.logins().owner());
      assertThat(empty.asOwner("select name from handle")).isEqualTo("Ann");
      assertThat(Schema.upToDate(empty.logins().owner())).isTrue();
      assertThat(empty.asOwner("select paused_by from pause")).isEqualTo("restore");
    }
  }

  @Test
  void refusesWhatANewerMoltbotMade() throws Exception {
    database.asOwner(
        "insert into flyway_schema_history (installed_rank, version, description, type, script,"
            + " installed_by, execution_time, success)"
            + " values (99, '999', '', 'SQL', '', '', 0, true)");
    Path file = sealed("newer.age");
    try (TestDatabase empty = TestDatabase.fresh()) {
      assertThatThrownBy(() -> load(file, empty))
          .isInstanceOf(BackupRefused.class)
          .hasMessageContaining("newer Moltbot");
    }
  }

  /** The server checks every reference again: a backup that was made badly does not get in. */
  @Test
  void refusesRowsThatContradictEachOther() throws Exception {
    database.asOwner(
        "alter table addressed drop constraint addressed_message;"
            + " insert into addressed values (1, now(), 987654)");
    Path file = sealed("bad.age");
    try (TestDatabase empty = TestDatabase.fresh()) {
      Map<String, String> before = hashes(empty);
      assertThatThrownBy(() -> load(file, empty))
          .isInstanceOf(BackupRefused.class)
          .hasMessageContaining("contradict");
      assertThat(hashes(empty)).isEqualTo(before);
    }
  }

  @Test
  void tellsThatTheRecordWasTamperedWithBefore() throws Exception {
    database.asOwner(
        "alter table audit_entry disable trigger user;"
            + " update audit_entry set payload = '{}' where sequence = 2");
    Path file = sealed("tampered.age");
    try (TestDatabase empty = TestDatabase.fresh()) {
      assertThat(restoring(file).into(empty.logins().owner()).record().valid()).isFalse();
      // The triggers that keep the record are on again.
      assertThatThrownBy(() -> empty.asOwner("update audit_entry set payload = '{}'"))
          .hasMessageContaining("never changed");
    }
  }

  private Restoring restoring(Path file) {
    var event = new AuditEvent.Restored("ab", NOW.toString(), 1);
    return new Restoring(sink -> vault(file).open(sink, (name, bytes) -> {}), event, NOW);
  }

  private void load(Path file, TestDatabase into) {
    try (var loading = new Loading(into.logins().owner())) {
      vault(file).open(loading, (name, bytes) -> {});
      loading.commit();
    }
  }

  private Path sealed(String name) {
    return sealed(name, database);
  }

  private Path sealed(String name, TestDatabase of) {
    Path file = folder.resolve(name);
    vault(file).seal(new PostgresSnapshots(of.logins().owner()), NOW);
    assertThat(Files.exists(file)).isTrue();
    return file;
  }

  private Vault vault(Path file) {
    var config =
        new BackupConfig(file, List.of(key.recipient()), List.of(key.key()), List.of(), "test");
    return Guice.createInjector(new BackupModule(config)).getInstance(Vault.class);
  }

  /** How many rows, and a digest of them, by table. */
  static Map<String, String> hashes(TestDatabase database) throws Exception {
    var hashes = new LinkedHashMap<String, String>();
    for (Snapshots.Table table : layout(database).tables()) {
      hashes.put(
          table.name(),
          database.asOwner(
              "select count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' order by t::text)),"
                  + " '') from "
                  + table.name()
                  + " t"));
    }
    return hashes;
  }

  private static Snapshots.Layout layout(TestDatabase database) throws Exception {
    try (Connection connection = database.logins().owner().getConnection()) {
      return Catalogue.layout(new Tx(connection));
    }
  }

  private static List<Snapshots.Sequence> sequences(TestDatabase database) throws Exception {
    try (Connection connection = database.logins().owner().getConnection()) {
      return new ArrayList<>(Catalogue.sequences(new Tx(connection)));
    }
  }

  private void run(String sql) {
    try {
      database.asOwner(sql);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static class Discarded implements Snapshots.Sink {
    @Override
    public void begin(Snapshots.Layout layout) {}

    @Override
    public void rows(Snapshots.Table table, byte[] bytes, int length) {}

    @Override
    public void end(Snapshots.Table table, long rows) {}

    @Override
    public void sequences(List<Snapshots.Sequence> sequences) {}
  }
}
