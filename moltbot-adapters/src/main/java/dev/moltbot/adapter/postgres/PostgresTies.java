package dev.moltbot.adapter.postgres;

import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.port.PersonLine;
import dev.moltbot.port.Ties;
import dev.moltbot.port.Timeline;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who is how close, from two indexes: what each handle wrote directly, and what the owner wrote to
 * it. No message is read for it. Thread-safe.
 */
final class PostgresTies implements Ties {
  /** The index {@code message_direct} is over these; its words must be the same. */
  static final String DIRECT =
      """
      m.handle_id is not null
          and not m.traits && '{BULK,DISCUSSION,AUTOMATED}'::text[] and m.category <> 'SPAM'
      """;

  /** The last word of each side: one look into each index for every handle. */
  private static final String LAST =
      """
      with last as (
          select h.contact_id, max(theirs.placed_at) as theirs, max(owners.placed_at) as owners
          from handle h
          left join lateral (
              select m.placed_at from message m where m.handle_id = h.handle_id and %s
              order by m.placed_at desc limit 1) theirs on true
          left join lateral (
              select d.placed_at from addressed d where d.handle_id = h.handle_id
              order by d.placed_at desc limit 1) owners on true
          group by h.contact_id)
      """
          .formatted(DIRECT);

  private static final String OWNERS_TURN =
      LAST
          + """
          select l.contact_id, u.since, u.messages, u.channel
          from last l
          cross join lateral (
              select min(m.placed_at) as since, count(*) as messages,
                  (array_agg(h.channel order by m.placed_at desc))[1] as channel
              from handle h
              join message m on m.handle_id = h.handle_id and %s
              where h.contact_id = l.contact_id
                  and m.placed_at > coalesce(l.owners, '-infinity')) u
          where l.theirs > coalesce(l.owners, '-infinity') and u.since >= ? and u.since < ?
          order by l.theirs desc, l.contact_id limit ?
          """
              .formatted(DIRECT);

  private static final String THEIR_TURN =
      LAST
          + """
          select l.contact_id, u.since, u.messages, u.channel
          from last l
          cross join lateral (
              select min(d.placed_at) as since, count(distinct d.message_id) as messages,
                  (array_agg(h.channel order by d.placed_at desc))[1] as channel
              from handle h
              join addressed d on d.handle_id = h.handle_id
              where h.contact_id = l.contact_id
                  and d.placed_at > coalesce(l.theirs, '-infinity')) u
          where l.owners > coalesce(l.theirs, '-infinity') and u.since >= ? and u.since < ?
          order by l.owners desc, l.contact_id limit ?
          """;

  /** A message to two handles of one person is one message. */
  private static final String COUNTED =
      """
      with given as (select ?::timestamptz as since),
      received as (
          select h.contact_id, count(*) as messages, max(m.placed_at) as last
          from message m join handle h on h.handle_id = m.handle_id
          where %s and m.placed_at >= (select since from given)
          group by h.contact_id),
      sent as (
          select contact_id, count(*) as messages, max(placed_at) as last
          from (
              select distinct h.contact_id, d.message_id, d.placed_at
              from addressed d join handle h on h.handle_id = d.handle_id
              where d.placed_at >= (select since from given)) once
          group by contact_id),
      tie as (
          select coalesce(r.contact_id, s.contact_id) as contact_id,
              coalesce(r.messages, 0) as received, coalesce(s.messages, 0) as sent,
              greatest(r.last, s.last) as last
          from received r full join sent s on s.contact_id = r.contact_id)
      """
          .formatted(DIRECT);

  private static final String QUIET =
      COUNTED
          + """
          select * from tie where last < ?
          order by least(received, sent) desc, received + sent desc, last desc, contact_id
          limit ?
          """;

  private static final String TOP =
      COUNTED
          + """
          select * from tie
          order by received + sent desc, least(received, sent) desc, last desc, contact_id
          limit ?
          """;

  private final Database database;

  PostgresTies(Database database) {
    this.database = database;
  }

  private record Left(UUID person, Instant since, long messages, ChannelId channel) {
    static Left read(Row row) throws SQLException {
      return new Left(
          row.uuid("contact_id"),
          row.instant("since"),
          row.number("messages"),
          new ChannelId(row.text("channel")));
    }
  }

  @Override
  public List<Waiting> waiting(Turn turn, Instant since, Instant until, int limit) {
    String sql =
        switch (turn) {
          case OWNERS -> OWNERS_TURN;
          case THEIRS -> THEIR_TURN;
        };
    return database.look(tx -> {
      List<Left> left = tx.all(sql, Left::read, MessageBatch.bounded(since), until, limit);
      Map<UUID, PersonLine> lines = PersonRows.lines(tx, left.stream().map(Left::person).toList());
      return left.stream()
          .flatMap(one ->
              Stream.ofNullable(lines.get(one.person()))
                  .map(line -> new Waiting(line, one.since(), one.messages(), one.channel())))
          .toList();
    });
  }

  private record Count(UUID person, long received, long sent, Instant last) {
    static Count read(Row row) throws SQLException {
      return new Count(
          row.uuid("contact_id"), row.number("received"), row.number("sent"), row.instant("last"));
    }
  }

  @Override
  public List<Closeness> quiet(Instant since, int limit) {
    return closeness(QUIET, Timeline.EARLIEST, MessageBatch.bounded(since), limit);
  }

  @Override
  public List<Closeness> top(Instant since, int limit) {
    return closeness(TOP, MessageBatch.bounded(since), limit);
  }

  private List<Closeness> closeness(String sql, Object... arguments) {
    return database.look(tx -> {
      List<Count> counts = tx.all(sql, Count::read, arguments);
      Map<UUID, PersonLine> lines =
          PersonRows.lines(tx, counts.stream().map(Count::person).toList());
      return counts.stream()
          .flatMap(one ->
              Stream.ofNullable(lines.get(one.person()))
                  .map(line -> new Closeness(line, one.received(), one.sent(), one.last())))
          .toList();
    });
  }
}
