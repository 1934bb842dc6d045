package dev.moltbot.adapter.postgres;

import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.contact.Relationship;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What the stored messages say about the owner and one person, over all the person's handles. */
final class People {
  /**
   * Messages the owner wrote count where the person takes part in the conversation. The newest
   * message is what the owner is looking at, so "last contact" is the one before it.
   */
  private static final String HISTORY =
      """
      with theirs as (
          select m.conversation_id, m.placed_at from message m
          join handle h on h.handle_id = m.handle_id
          where h.contact_id = (select contact_id from handle where handle_key = ?)),
      owners as (
          select m.placed_at from message m
          where m.from_owner and m.conversation_id in (select conversation_id from theirs))
      select (select count(*) from theirs) as received, (select count(*) from owners) as sent,
          (select min(placed_at) from theirs) as first_received,
          (select placed_at from theirs order by placed_at desc offset 1 limit 1) as last_received,
          (select min(placed_at) from owners) as first_sent,
          (select max(placed_at) from owners) as last_sent
      """;

  private People() {}

  static Relationship relationship(Tx tx, Handle handle) throws SQLException {
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
