package dev.moltbot.adapter.postgres.contact;

import dev.moltbot.adapter.postgres.message.MessageBatch;
import dev.moltbot.adapter.postgres.transaction.Database;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.port.PersonLine;
import dev.moltbot.port.Ties;
import dev.moltbot.port.Timeline;
import dev.moltbot.port.Timeline.Span;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who is how close, from indexes alone: what each handle wrote directly, and what the owner wrote
 * to it, by handle and by time. Thread-safe.
 */
public final class PostgresTies implements Ties {
  /**
   * The indexes {@code message_direct} and {@code message_direct_newest} are over these; its words
   * must be the same.
   */
  static final String DIRECT =
      """
      m.handle_id is not null
          and not m.traits && '{BULK,DISCUSSION,AUTOMATED}'::text[] and m.category <> 'SPAM'
      """;

  /** How far back the first look for those who wait goes, in messages. */
  private static final int A_LOOK = 100;

  /** How many times as far the next look goes, while there are not enough. */
  private static final int FARTHER = 20;

  /**
   * The last word of each side, for those of one side among the latest: whoever wrote before them
   * comes after them.
   */
  private static final String OWNERS_TURN =
      """
      with latest as materialized (
          select m.handle_id, m.placed_at from message m where %s and m.placed_at >= ?
          order by m.placed_at desc fetch first ? rows with ties),
      wrote as (
          select h.contact_id, max(l.placed_at) as theirs
          from latest l join handle h on h.handle_id = l.handle_id
          group by h.contact_id),
      last as (
          select w.*, (
              select max(d.placed_at)
              from handle h cross join lateral (
                  select a.placed_at from addressed a where a.handle_id = h.handle_id
                  order by a.placed_at desc limit 1) d
              where h.contact_id = w.contact_id) as owners
          from wrote w)
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
          .formatted(DIRECT, DIRECT);

  private static final String OWNERS_MORE =
      """
      select true as more from message m where %s and m.placed_at >= ?
      order by m.placed_at desc offset ? limit 1
      """
          .formatted(DIRECT);

  private static final String THEIR_TURN =
      """
      with latest as materialized (
          select a.handle_id, a.placed_at from addressed a where a.placed_at >= ?
          order by a.placed_at desc fetch first ? rows with ties),
      wrote as (
          select h.contact_id, max(l.placed_at) as owners
          from latest l join handle h on h.handle_id = l.handle_id
          group by h.contact_id),
      last as (
          select w.*, (
              select max(t.placed_at)
              from handle h cross join lateral (
                  select m.placed_at from message m where m.handle_id = h.handle_id and %s
                  order by m.placed_at desc limit 1) t
              where h.contact_id = w.contact_id) as theirs
          from wrote w)
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
      """
          .formatted(DIRECT);

  private static final String THEIRS_MORE =
      """
      select true as more from addressed where placed_at >= ?
      order by placed_at desc offset ? limit 1
      """;

  /** A message to two handles of one person is one message. */
  private static final String COUNTED =
      """
      with received as (
          select h.contact_id, sum(w.messages)::bigint as messages, max(w.last) as last
          from (
              select m.handle_id, count(*) as messages, max(m.placed_at) as last
              from message m where %s and m.placed_at >= ?
              group by m.handle_id) w
          join handle h on h.handle_id = w.handle_id
          group by h.contact_id),
      sent as (
          select contact_id, count(*) as messages, max(placed_at) as last
          from (
              select distinct h.contact_id, d.message_id, d.placed_at
              from addressed d join handle h on h.handle_id = d.handle_id
              where d.placed_at >= ?) once
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

  public PostgresTies(Database database) {
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
    return database.look(tx -> {
      List<Left> left = left(tx, turn, new Span(MessageBatch.bounded(since), until), limit);
      Map<UUID, PersonLine> lines = PersonRows.lines(tx, left.stream().map(Left::person).toList());
      return left.stream()
          .flatMap(one ->
              Stream.ofNullable(lines.get(one.person()))
                  .map(line -> new Waiting(line, one.since(), one.messages(), one.channel())))
          .toList();
    });
  }

  private static List<Left> left(Tx tx, Turn turn, Span span, int limit) throws SQLException {
    boolean owners = turn == Turn.OWNERS;
    String sql = owners ? OWNERS_TURN : THEIR_TURN;
    String more = owners ? OWNERS_MORE : THEIRS_MORE;
    for (long look = A_LOOK; ; look *= FARTHER) {
      List<Left> left =
          tx.all(sql, Left::read, span.since(), look, span.since(), span.until(), limit);
      if (left.size() == limit || !tx.any(more, span.since(), look)) {
        return left;
      }
    }
  }

  private record Count(UUID person, long received, long sent, Instant last) {
    static Count read(Row row) throws SQLException {
      return new Count(
          row.uuid("contact_id"), row.number("received"), row.number("sent"), row.instant("last"));
    }
  }

  @Override
  public List<Closeness> quiet(Instant since, int limit) {
    return closeness(
        QUIET, Timeline.EARLIEST, Timeline.EARLIEST, MessageBatch.bounded(since), limit);
  }

  @Override
  public List<Closeness> top(Instant since, int limit) {
    Instant from = MessageBatch.bounded(since);
    return closeness(TOP, from, from, limit);
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
