package dev.moltbot.adapter.postgres.transaction;

import dev.moltbot.domain.audit.AuditChain;
import dev.moltbot.domain.audit.AuditEntry;
import dev.moltbot.domain.audit.AuditEvent;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The audit table: appended to within the transaction that did what it records. */
public final class AuditRows {
  /** Any number nobody else locks: appending is one at a time, over all processes. */
  private static final long CHAIN_LOCK = 0x6d6f6c74626f74L;

  public static final String COLUMNS = "sequence, at, type, payload, previous, hash";

  private static final String HEAD =
      "select sequence, hash from audit_entry order by sequence desc limit 1";

  private static final String INSERT =
      "insert into audit_entry ("
          + COLUMNS
          + ") select sequence, at, type, payload, decode(previous, 'hex'), decode(hash, 'hex')"
          + " from unnest(?::bigint[], ?::timestamptz[], ?::text[], ?::text[], ?::text[],"
          + " ?::text[]) as g ("
          + COLUMNS
          + ")";

  private AuditRows() {}

  /** Writes what the transaction collected. The lock is held to its end, so it comes last. */
  public static void append(Tx tx, Instant now) throws SQLException {
    if (tx.events().isEmpty()) {
      return;
    }
    tx.any("select pg_advisory_xact_lock(?)", CHAIN_LOCK);
    // A statement of its own: only a snapshot taken under the lock sees the last entry.
    AuditChain chain =
        tx.first(HEAD, row -> new AuditChain(row.number("sequence"), hex(row.bytes("hash"))))
            .orElse(AuditChain.EMPTY);
    var entries = new ArrayList<AuditEntry>();
    for (AuditEvent event : tx.events()) {
      AuditEntry entry = chain.append(event, now);
      entries.add(entry);
      chain = AuditChain.after(entry);
    }
    insert(tx, entries);
  }

  private static void insert(Tx tx, List<AuditEntry> entries) throws SQLException {
    tx.run(
        INSERT,
        Column.of("bigint", entries, AuditEntry::sequence),
        Column.of("timestamptz", entries, AuditEntry::at),
        Column.of("text", entries, AuditEntry::type),
        Column.of("text", entries, AuditEntry::payload),
        Column.of("text", entries, AuditEntry::previous),
        Column.of("text", entries, AuditEntry::hash));
  }

  public static AuditEntry read(Row row) throws SQLException {
    return new AuditEntry(
        row.number("sequence"),
        row.instant("at"),
        row.text("type"),
        row.text("payload"),
        hex(row.bytes("previous")),
        hex(row.bytes("hash")));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
