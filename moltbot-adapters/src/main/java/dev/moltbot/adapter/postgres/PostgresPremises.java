package dev.moltbot.adapter.postgres;

import dev.moltbot.adapter.postgres.oversight.PostgresAuditLog;
import dev.moltbot.adapter.postgres.transaction.AuditRows;
import dev.moltbot.adapter.postgres.transaction.Database;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.audit.AuditEntry;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.audit.AuditVerifier;
import dev.moltbot.domain.audit.Verification;
import dev.moltbot.port.Premises;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Looks at the database as the owner of its tables, in a transaction that can change nothing. */
final class PostgresPremises implements Premises {
  private static final String SERVER =
      """
      select current_setting('server_version_num')::int / 10000 as version,
          current_setting('listen_addresses') as listens,
          coalesce(host(inet_server_addr()), '127.0.0.1') as address,
          coalesce((select ssl from pg_stat_ssl where pid = pg_backend_pid()), false) as encrypted,
          pg_database_size(current_database()) as bytes
      """;

  /** Off loses what was reported as kept; a statement in the log quotes messages. */
  private static final String UNSAFE =
      """
      select name || '=' || setting as it from pg_settings
      where (name in ('fsync', 'full_page_writes') and setting = 'off')
          or (name = 'log_statement' and setting not in ('none', 'ddl'))
          or (name = 'log_min_duration_statement' and setting <> '-1')
          or (name = 'password_encryption' and setting = 'md5')
      order by name
      """;

  private static final String STRANGERS =
      """
      select rolname as it from pg_roles
      where rolcanlogin and rolname <> ? and oid <> (select datdba from pg_database
          where datname = current_database()) and rolname <> current_user
      order by rolname
      """;

  private static final String POWERS =
      """
      select unnest(array_remove(array[
          case when rolsuper then 'superuser' end,
          case when rolcreaterole then 'creates roles' end,
          case when rolcreatedb then 'creates databases' end,
          case when rolreplication then 'replicates' end,
          case when rolbypassrls then 'bypasses row security' end], null)) as it
      from pg_roles where rolname = ?
      """;

  private static final String AUDIT_RIGHTS =
      """
      select grantee || ': ' || lower(privilege_type) as it
      from information_schema.table_privileges
      where table_schema = current_schema() and table_name = 'audit_entry'
          and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER')
          and grantee <> (select tableowner from pg_tables
              where schemaname = current_schema() and tablename = 'audit_entry')
      order by 1
      """;

  private static final String AUDIT_TRIGGERS =
      """
      select count(*) as it from pg_trigger
      where tgrelid = 'audit_entry'::regclass and tgenabled in ('O', 'A')
          and tgname in ('audit_entry_no_change', 'audit_entry_no_truncate')
      """;

  private static final String TRUSTING =
      """
      select 'line ' || line_number || ': ' || type || ' ' || auth_method as it
      from pg_hba_file_rules where auth_method in ('trust', 'password', 'md5', 'ident')
      order by line_number
      """;

  /** By its position: only the newest few entries of a long record are looked at for each. */
  private static final String HISTORY =
      """
      select coalesce((select max(sequence) from audit_entry), 0) as entries,
          (select at from audit_entry order by sequence limit 1) as first,
          (select at from audit_entry order by sequence desc limit 1) as last,
          coalesce(r.sequence, 0) as last_run, coalesce(r.type = 'Started', false) as running,
          (select max(at) from audit_entry where type = 'Inspected'
              and payload like '%"deep"%') as inspected,
          (select max(at) from audit_entry where type = 'LogReviewed') as reviewed,
          (select max(at) from audit_entry where type = 'BackedUp') as backed_up
      from (select 1) one left join lateral (
          select sequence, type from audit_entry where type in ('Started', 'Stopped')
          order by sequence desc limit 1) r on true
      """;

  private static final String WORK =
      """
      select (select paused_at from pause) as paused_at,
          (select min(raised_at) from alert where told_at is null and cleared_at is null)
              as untold,
          (select count(*) from alert where told_at is not null) as told,
          (select min(claimed_at) from approval where outcome is null) as claim,
          (select count(*) from approval where outcome = 'unknown' and look_at is not null)
              as doubts,
          (select count(*) from quarantine) as quarantined
      """;

  private static final String NEWEST =
      "select * from (select "
          + AuditRows.COLUMNS
          + " from audit_entry order by sequence desc limit ?) newest order by sequence";

  private final DataSource owner;

  /** Of logins that somebody else closes, or that hold nothing open. */
  PostgresPremises(DataSource owner) {
    this.owner = owner;
  }

  @Override
  public Verification verify(int newest) {
    List<AuditEntry> entries = looked(tx -> tx.all(NEWEST, AuditRows::read, newest));
    boolean whole = entries.isEmpty() || entries.getFirst().sequence() == 1;
    var verifier = whole ? new AuditVerifier() : AuditVerifier.after(entries.getFirst());
    for (AuditEntry entry : whole ? entries : entries.subList(1, entries.size())) {
      if (!verifier.accept(entry)) {
        break;
      }
    }
    return verifier.result();
  }

  @Override
  public Verification verify() {
    return looked(PostgresAuditLog::verify);
  }

  @Override
  public void note(AuditEvent event, Instant now) {
    try (Connection connection = owner.getConnection()) {
      connection.setAutoCommit(false);
      var tx = new Tx(connection);
      tx.audit(event);
      AuditRows.append(tx, now);
      connection.commit();
    } catch (SQLException e) {
      throw Database.translated(e);
    }
  }

  @Override
  public Facts facts() {
    return looked(tx ->
        new Facts(
            server(tx),
            guards(tx),
            tx.one(HISTORY, PostgresPremises::history),
            tx.one(WORK, PostgresPremises::work)));
  }

  private <T> T looked(Database.Work<T> work) {
    try (Connection connection = owner.getConnection()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      T seen = work.in(new Tx(connection));
      connection.rollback(); // There is nothing to commit.
      return seen;
    } catch (SQLException e) {
      throw Database.translated(e);
    }
  }

  private static Server server(Tx tx) throws SQLException {
    String schema = Catalogue.version(tx);
    return tx.one(
        SERVER,
        row ->
            new Server(
                (int) row.number("version"),
                schema,
                Schema.NEWEST,
                row.text("listens"),
                local(row.text("address")),
                row.yes("encrypted"),
                row.number("bytes")));
  }

  private static boolean local(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static Guards guards(Tx tx) throws SQLException {
    boolean mayRead =
        tx.any(
            "select 1 where has_table_privilege('pg_hba_file_rules', 'select')"
                + " and (select rolsuper from pg_roles where rolname = current_user)");
    return new Guards(
        words(tx, UNSAFE),
        words(tx, STRANGERS, Logins.APP),
        words(tx, POWERS, Logins.APP),
        words(tx, AUDIT_RIGHTS),
        tx.one(AUDIT_TRIGGERS, row -> (int) row.number("it")),
        mayRead ? words(tx, TRUSTING) : List.of());
  }

  private static List<String> words(Tx tx, String sql, Object... arguments) throws SQLException {
    return tx.all(sql, row -> row.text("it"), arguments);
  }

  private static History history(Row row) throws SQLException {
    return new History(
        row.number("entries"),
        orNull(row.maybeInstant("first")),
        orNull(row.maybeInstant("last")),
        row.number("last_run"),
        row.yes("running"),
        orNull(row.maybeInstant("inspected")),
        orNull(row.maybeInstant("reviewed")),
        orNull(row.maybeInstant("backed_up")));
  }

  private static Work work(Row row) throws SQLException {
    return new Work(
        orNull(row.maybeInstant("paused_at")),
        orNull(row.maybeInstant("untold")),
        row.number("told"),
        orNull(row.maybeInstant("claim")),
        row.number("doubts"),
        row.number("quarantined"));
  }

  private static @Nullable Instant orNull(Optional<Instant> maybe) {
    return maybe.orElse(null);
  }
}
