package dev.moltbot.adapter.postgres;

import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.port.Snapshots;
import dev.moltbot.port.Snapshots.Sequence;
import dev.moltbot.port.Snapshots.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What tables and sequences there are, by the server's own word: a new one needs no line here. */
final class Catalogue {
  /** Kept by the migrations themselves. */
  private static final String MIGRATIONS = "flyway_schema_history";

  private static final String TABLES =
      """
      select c.relname::text as name, array(
          select a.attname::text from pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
          order by a.attnum) as columns
      from pg_class c
      where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname <> ?
      order by c.relname
      """;

  private static final String REFERENCES =
      """
      select distinct f.relname::text as source, t.relname::text as target
      from pg_constraint k
      join pg_class f on f.oid = k.conrelid
      join pg_class t on t.oid = k.confrelid
      where k.contype = 'f' and k.conrelid <> k.confrelid
          and f.relnamespace = current_schema()::regnamespace
      """;

  private static final String SEQUENCES =
      """
      select c.relname::text as name from pg_class c
      where c.relnamespace = current_schema()::regnamespace and c.relkind = 'S'
      order by c.relname
      """;

  private static final String VERSION =
      "select version from flyway_schema_history where success and version is not null"
          + " order by installed_rank desc limit 1";

  private record Reference(String source, String target) {}

  private Catalogue() {}

  static Snapshots.Layout layout(Tx tx) throws SQLException {
    List<Table> tables =
        tx.all(TABLES, row -> new Table(row.text("name"), row.texts("columns")), MIGRATIONS);
    List<Reference> references =
        tx.all(REFERENCES, row -> new Reference(row.text("source"), row.text("target")));
    return new Snapshots.Layout(version(tx), ordered(tables, references));
  }

  /** The newest step that the tables have taken. */
  static String version(Tx tx) throws SQLException {
    return tx.one(VERSION, row -> row.text("version"));
  }

  /** Each after what it refers to; of tables that refer to each other in a circle, as named. */
  private static List<Table> ordered(List<Table> tables, List<Reference> references) {
    var left = new ArrayList<>(tables);
    var ordered = new ArrayList<Table>();
    while (!left.isEmpty()) {
      Table next =
          left.stream()
              .filter(table -> free(table, left, references))
              .findFirst()
              .orElse(left.getFirst());
      left.remove(next);
      ordered.add(next);
    }
    return ordered;
  }

  private static boolean free(Table table, List<Table> left, List<Reference> references) {
    var waiting = left.stream().map(Table::name).collect(Collectors.toSet());
    return references.stream()
        .noneMatch(one -> one.source().equals(table.name()) && waiting.contains(one.target()));
  }

  static List<Sequence> sequences(Tx tx) throws SQLException {
    var sequences = new ArrayList<Sequence>();
    for (String name : tx.all(SEQUENCES, row -> row.text("name"))) {
      sequences.add(
          tx.one(
              "select last_value, is_called from " + quoted(name),
              row -> new Sequence(name, row.number("last_value"), row.yes("is_called"))));
    }
    return sequences;
  }

  /** A table with its columns, as COPY wants them. */
  static String columns(Table table) {
    return quoted(table.name())
        + table.columns().stream()
            .map(Catalogue::quoted)
            .collect(Collectors.joining(",", "(", ")"));
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
