package dev.moltbot.adapter.postgres.transaction;

import dev.moltbot.domain.audit.AuditEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One open transaction. Statements are plain SQL; arguments are bound by their Java type. Audit
 * entries are collected and written last, because from then on to the commit every other
 * transaction that has any waits.
 */
public final class Tx {
  private final Connection connection;
  private final List<AuditEvent> events = new ArrayList<>();
  private boolean leavesWork;

  public Tx(Connection connection) {
    this.connection = connection;
  }

  /** Makes something of one row. */
  public interface Reading<T> {
    T of(Row row) throws SQLException;
  }

  public <T> List<T> all(String sql, Reading<T> reading, Object... arguments) throws SQLException {
    try (PreparedStatement statement = bound(sql, arguments);
        ResultSet rows = statement.executeQuery()) {
      var result = new ArrayList<T>();
      var row = new Row(rows);
      while (rows.next()) {
        result.add(reading.of(row));
      }
      return result;
    }
  }

  /** Reads one row. */
  public interface Taking {
    void take(Row row) throws SQLException;
  }

  /**
   * Reads any number of rows.
   *
   * @param atOnce how many rows are held in memory
   */
  public void each(String sql, int atOnce, Taking taking, Object... arguments) throws SQLException {
    try (PreparedStatement statement = bound(sql, arguments)) {
      statement.setFetchSize(atOnce);
      try (ResultSet rows = statement.executeQuery()) {
        var row = new Row(rows);
        while (rows.next()) {
          taking.take(row);
        }
      }
    }
  }

  /** The first row, for queries that have at most one or say which is first. */
  public <T> Optional<T> first(String sql, Reading<T> reading, Object... arguments)
      throws SQLException {
    return all(sql, reading, arguments).stream().findFirst();
  }

  /** The row that must be there: its absence is a bug. */
  public <T> T one(String sql, Reading<T> reading, Object... arguments) throws SQLException {
    return first(sql, reading, arguments).orElseThrow();
  }

  public boolean any(String sql, Object... arguments) throws SQLException {
    return first(sql, row -> true, arguments).orElse(false);
  }

  /** Returns how many rows were changed. */
  public int run(String sql, Object... arguments) throws SQLException {
    try (PreparedStatement statement = bound(sql, arguments)) {
      return statement.executeUpdate();
    }
  }

  public void audit(AuditEvent event) {
    events.add(event);
  }

  List<AuditEvent> events() {
    return List.copyOf(events);
  }

  /** Says that the commit leaves work for another hop, so that it is woken. */
  public void leavesWork() {
    leavesWork = true;
  }

  boolean hasLeftWork() {
    return leavesWork;
  }

  public Connection connection() {
    return connection;
  }

  private PreparedStatement bound(String sql, Object... arguments) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < arguments.length; i++) {
        bind(statement, i + 1, arguments[i]);
      }
      return statement;
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }

  private void bind(PreparedStatement statement, int index, Object argument) throws SQLException {
    switch (argument) {
      case String text -> statement.setString(index, SafeText.of(text));
      case Instant at -> statement.setObject(index, at.atOffset(ZoneOffset.UTC));
      case UUID uuid -> statement.setObject(index, uuid);
      case byte[] bytes -> statement.setBytes(index, bytes);
      case Column column -> statement.setArray(index, column.array(connection));
      case Optional<?> maybe when maybe.isEmpty() -> statement.setNull(index, Types.NULL);
      case Optional<?> maybe -> bind(statement, index, maybe.orElseThrow());
      default -> statement.setObject(index, argument);
    }
  }
}
