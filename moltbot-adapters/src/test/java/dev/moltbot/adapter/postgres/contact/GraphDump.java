package dev.moltbot.adapter.postgres.contact;

import dev.moltbot.adapter.postgres.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Every row of the graph, in the database's own spelling. */
final class GraphDump {
  private static final List<String> TABLES =
      List.of("handle", "mark", "detail", "link", "apart", "suggestion", "annotation", "addressed");

  private GraphDump() {}

  static String of(TestDatabase database) throws SQLException {
    var dump = new StringBuilder();
    for (String table : TABLES) {
      dump.append(table).append('\n').append(rows(database, table)).append('\n');
    }
    return dump.toString();
  }

  private static String rows(TestDatabase database, String table) throws SQLException {
    return database.asOwner(
        "select coalesce(string_agg(t::text, E'\\n' order by t::text), '') from %s t"
            .formatted(table));
  }

  /** The same, where row numbers and times of arrival do not count. */
  static String unnumbered(TestDatabase database) throws SQLException {
    return List.of(
            "select handle_key, channel, value, contact_id, name, named_at, folded from handle",
            "select m.mark_key, h.handle_key, m.kind, m.value, m.own from mark m"
                + " join handle h using (handle_id)",
            "select least(f.handle_key::text, s.handle_key::text),"
                + " greatest(f.handle_key::text, s.handle_key::text), l.evidence, l.mark_key"
                + " from link l join handle f on f.handle_id = l.first_id"
                + " join handle s on s.handle_id = l.second_id",
            "select h.handle_key, d.kind, d.value from detail d join handle h using (handle_id)",
            "select h.handle_key, a.placed_at, m.native_key from addressed a"
                + " join handle h using (handle_id) join message m using (message_id)")
        .stream()
        .map(select -> sorted(database, select))
        .collect(Collectors.joining("\n\n"));
  }

  private static String sorted(TestDatabase database, String select) {
    try {
      return database.asOwner(
          "select coalesce(string_agg(t::text, E'\\n' order by t::text), '') from (%s) t"
              .formatted(select));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
