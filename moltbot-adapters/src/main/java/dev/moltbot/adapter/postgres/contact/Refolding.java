package dev.moltbot.adapter.postgres.contact;

import dev.moltbot.adapter.postgres.transaction.Column;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** What known people can be found by, made anew after a name or a nickname was learned. */
final class Refolding {
  private static final String SAID =
      """
      select h.handle_id, h.folded, concat_ws(' ', h.name, h.value, n.nicknames) as findable
      from handle h
      left join lateral (
          select string_agg(d.value, ' ' order by d.value collate "C") as nicknames from detail d
          where d.handle_id = h.handle_id and d.kind = 'NICKNAME') n on true
      where h.handle_id = any(?)
      """;

  private static final String FOLD =
      """
      update handle h set folded = g.folded
      from unnest(?::bigint[], ?::text[]) as g (handle_id, folded)
      where h.handle_id = g.handle_id
      """;

  private Refolding() {}

  private record Said(long handle, String before, String findable) {
    static Said read(Row row) throws SQLException {
      return new Said(row.number("handle_id"), row.text("folded"), row.text("findable"));
    }

    String folded() {
      return Folding.of(findable);
    }
  }

  /**
   * Reads what is stored and folds it.
   *
   * @param handles their numbers
   */
  static void of(Tx tx, Collection<Long> handles) throws SQLException {
    if (handles.isEmpty()) {
      return;
    }
    List<Said> changed =
        tx.all(SAID, Said::read, Column.of("bigint", handles, number -> number)).stream()
            .filter(one -> !one.folded().equals(one.before()))
            .toList();
    if (!changed.isEmpty()) {
      tx.run(
          FOLD,
          Column.of("bigint", changed, Said::handle),
          Column.of("text", changed, Said::folded));
    }
  }
}
