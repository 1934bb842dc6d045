package dev.moltbot.adapter.postgres.oversight;

import dev.moltbot.adapter.postgres.transaction.AuditRows;
import dev.moltbot.adapter.postgres.transaction.Database;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.audit.AuditEntry;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.audit.AuditVerifier;
import dev.moltbot.domain.audit.Verification;
import dev.moltbot.port.AuditLog;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The chain in its table. Thread-safe. */
public final class PostgresAuditLog implements AuditLog {
  /** Entries in memory at a time while the whole chain is read. */
  private static final int FETCH_ROWS = 2_000;

  private static final String SELECT = "select " + AuditRows.COLUMNS + " from audit_entry ";

  private final Database database;

  public PostgresAuditLog(Database database) {
    this.database = database;
  }

  @Override
  public void append(AuditEvent event, Instant now) {
    database.run(now, tx -> tx.audit(event));
  }

  @Override
  public List<AuditEntry> after(long sequence, int limit) {
    String sql = SELECT + "where sequence > ? order by sequence limit ?";
    return database.look(tx -> tx.all(sql, AuditRows::read, sequence, limit));
  }

  @Override
  public List<AuditEntry> tail(int limit) {
    String sql = SELECT + "order by sequence desc limit ?";
    return database.look(tx -> tx.all(sql, AuditRows::read, limit)).reversed();
  }

  @Override
  public Verification verify() {
    return database.look(PostgresAuditLog::verify);
  }

  public static Verification verify(Tx tx) throws SQLException {
    var verifier = new AuditVerifier();
    try (PreparedStatement statement =
        tx.connection().prepareStatement(SELECT + "order by sequence")) {
      statement.setFetchSize(FETCH_ROWS);
      try (ResultSet rows = statement.executeQuery()) {
        var row = new Row(rows);
        boolean whole = true;
        while (whole && rows.next()) {
          whole = verifier.accept(AuditRows.read(row));
        }
      }
    }
    return verifier.result();
  }
}
