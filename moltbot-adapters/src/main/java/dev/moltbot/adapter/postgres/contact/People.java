package dev.moltbot.adapter.postgres.contact;

import dev.moltbot.adapter.postgres.transaction.Keys;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.contact.Relationship;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What the stored messages say about the owner and one person, over all the person's handles. */
public final class People {
  /**
   * What was written to and fro between the two, not what went to lists and groups. The newest
   * message is what the owner is looking at, so "last contact" is the one before it.
   */
  private static final String HISTORY =
      """
      with handles as (
          select o.handle_id from handle h join handle o on o.contact_id = h.contact_id
          where h.handle_key = ?),
      theirs as (
          select m.placed_at from message m
          where m.handle_id in (select handle_id from handles)
              and not m.traits && '{BULK,DISCUSSION,AUTOMATED}'::text[]),
      owners as (
          select distinct d.message_id, d.placed_at from addressed d
          where d.handle_id in (select handle_id from handles))
      select (select count(*) from theirs) as received, (select count(*) from owners) as sent,
          (select min(placed_at) from theirs) as first_received,
          (select placed_at from theirs order by placed_at desc offset 1 limit 1) as last_received,
          (select min(placed_at) from owners) as first_sent,
          (select max(placed_at) from owners) as last_sent
      """;

  private People() {}

  public static Relationship relationship(Tx tx, Handle handle) throws SQLException {
    return tx.one(HISTORY, People::read, Keys.of(handle));
  }

  private static Relationship read(Row row) throws SQLException {
    long received = row.number("received");
    long sent = row.number("sent");
    if (received <= 1 && sent == 0) {
      return new Relationship.New();
    }
    Instant first = earliest(row.maybeInstant("first_received"), row.maybeInstant("first_sent"));
    Instant last = latest(row.maybeInstant("last_received"), row.maybeInstant("last_sent"));
    return new Relationship.Known(first, last, received, sent);
  }

  private static Instant earliest(Optional<Instant> one, Optional<Instant> other) {
    return Stream.of(one, other).flatMap(Optional::stream).min(Instant::compareTo).orElseThrow();
  }

  private static Instant latest(Optional<Instant> one, Optional<Instant> other) {
    return Stream.of(one, other).flatMap(Optional::stream).max(Instant::compareTo).orElseThrow();
  }
}
