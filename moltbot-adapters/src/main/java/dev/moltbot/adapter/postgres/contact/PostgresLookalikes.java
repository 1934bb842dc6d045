package dev.moltbot.adapter.postgres.contact;

import dev.moltbot.adapter.postgres.transaction.Column;
import dev.moltbot.adapter.postgres.transaction.Database;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.identity.Description;
import dev.moltbot.domain.identity.Match;
import dev.moltbot.port.Lookalikes;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** People as they are described over all their handles, and suggestions. Thread-safe. */
public final class PostgresLookalikes implements Lookalikes {
  private static final String STATE =
      """
      select (select count(*) || ' ' || coalesce(max(named_at)::text, '') from handle)
          || ' ' || (select count(*) from mark) || ' ' || (select count(*) from detail)
          || ' ' || (select count(*) from link) || ' ' || (select count(*) from apart) as state
      """;

  /** A person's key is the number of the handle that the person is named by. */
  private static final String SAID =
      """
      select root.handle_id as person, said.kind, said.value
      from (
          select handle_id, 'NAME' as kind, name as value from handle where name <> ''
          union all select handle_id, 'HANDLE', value from handle
          union all select handle_id, kind, value from mark
          union all select handle_id, kind, value from detail) said
      join handle h using (handle_id)
      join handle root on root.handle_key = h.contact_id
      order by person, kind, value
      """;

  /** The handles of a pair are ordered by number, as the table wants them. */
  private static final String SUGGEST =
      """
      insert into suggestion (first_id, second_id, score, reasons, found_at)
      select f.handle_id, s.handle_id, g.score, string_to_array(g.reasons, E'\\n'), g.found_at
      from unnest(?::bigint[], ?::bigint[], ?::real[], ?::text[], ?::timestamptz[])
          as g (first_id, second_id, score, reasons, found_at)
      join handle f on f.handle_id = g.first_id
      join handle s on s.handle_id = g.second_id
      where f.contact_id <> s.contact_id
          and not exists (
              select from handle a
              join (select first_id as one, second_id as other from apart
                  union all select second_id, first_id from apart
                  union all select first_id, second_id from suggestion
                  union all select second_id, first_id from suggestion) decided
                  on decided.one = a.handle_id
              join handle b on b.handle_id = decided.other
              where a.contact_id = f.contact_id and b.contact_id = s.contact_id)
      on conflict on constraint suggestion_once do nothing
      """;

  /** Rows of what is said that are held at once. */
  private static final int ROWS_AT_ONCE = 5_000;

  /** Most suggestions in one statement. */
  private static final int PIECE = 1_000;

  private final Database database;

  public PostgresLookalikes(Database database) {
    this.database = database;
  }

  @Override
  public String state() {
    return database.look(tx -> tx.one(STATE, row -> row.text("state")));
  }

  /** A statement that only reads is never the loser of two, so nobody is handed over twice. */
  @Override
  public void everyone(Consumer<Description> use) {
    database.look(tx -> {
      var portraits = new Portraits(use);
      tx.each(
          SAID,
          ROWS_AT_ONCE,
          row -> portraits.learn(row.number("person"), row.text("kind"), row.text("value")));
      portraits.end();
      return true;
    });
  }

  @Override
  public int suggest(Collection<Match> found, Instant now) {
    List<Match> all = List.copyOf(found);
    return database.change(
        now,
        tx -> {
          int kept = 0;
          for (int from = 0; from < all.size(); from += PIECE) {
            kept += keep(tx, all.subList(from, Math.min(all.size(), from + PIECE)), now);
          }
          return kept;
        });
  }

  private static int keep(Tx tx, List<Match> found, Instant now) throws SQLException {
    return tx.run(
        SUGGEST,
        Column.of("bigint", found, one -> Math.min(one.first(), one.second())),
        Column.of("bigint", found, one -> Math.max(one.first(), one.second())),
        Column.of("real", found, one -> (float) one.probability()),
        Column.of("text", found, one -> String.join("\n", one.reasons())),
        Column.of("timestamptz", found, one -> now.toString()));
  }
}
