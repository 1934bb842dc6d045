package dev.moltbot.adapter.postgres.transaction;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of an answer, in our own types. Columns by name; null where only {@code maybe} says. */
public final class Row {
  private final ResultSet row;

  public Row(ResultSet row) {
    this.row = row;
  }

  public String text(String column) throws SQLException {
    return require(column, row.getString(column));
  }

  Optional<String> maybeText(String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  public long number(String column) throws SQLException {
    return row.getLong(column);
  }

  public double real(String column) throws SQLException {
    return row.getDouble(column);
  }

  public boolean yes(String column) throws SQLException {
    return row.getBoolean(column);
  }

  byte[] bytes(String column) throws SQLException {
    return require(column, row.getBytes(column));
  }

  public UUID uuid(String column) throws SQLException {
    return require(column, row.getObject(column, UUID.class));
  }

  public Instant instant(String column) throws SQLException {
    return require(column, row.getObject(column, OffsetDateTime.class)).toInstant();
  }

  public Optional<Instant> maybeInstant(String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  public List<String> texts(String column) throws SQLException {
    Array array = require(column, row.getArray(column));
    return List.of((String[]) array.getArray());
  }

  private static <T> T require(String column, @Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("column " + column + " is null");
    }
    return value;
  }
}
