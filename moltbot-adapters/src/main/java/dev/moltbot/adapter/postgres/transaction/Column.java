package dev.moltbot.adapter.postgres.transaction;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One column of many rows, as an array argument: a thousand rows go in with one statement and one
 * round trip, and the answer can say which of them were new.
 */
public final class Column {
  private final String type;
  private final Object[] values;

  private Column(String type, Object[] values) {
    this.type = type;
    this.values = values;
  }

  public static <T> Column of(String type, Collection<T> rows, Function<T, ?> value) {
    Stream<Object> wire = rows.stream().map(value).map(Column::wire);
    // The driver sends an array of strings as it is, and any other as a text to be taken apart.
    return new Column(type, type.equals("text") ? wire.toArray(String[]::new) : wire.toArray());
  }

  public static Column texts(Collection<String> values) {
    return of("text", values, value -> value);
  }

  Array array(Connection connection) throws SQLException {
    return connection.createArrayOf(type, values);
  }

  /** A list within a row, in the database's own spelling: arrays of arrays must be rectangular. */
  public static String literal(List<String> words) {
    return words.stream()
        .map(word -> '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static Object wire(Object value) {
    return switch (value) {
      case String text -> SafeText.of(text);
      case Instant at -> at.toString();
      default -> value;
    };
  }

  /** Values are messages: only how many. */
  @Override
  public String toString() {
    return "Column[" + values.length + " " + type + "]";
  }
}
