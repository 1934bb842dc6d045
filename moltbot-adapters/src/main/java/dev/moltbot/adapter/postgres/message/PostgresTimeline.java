package dev.moltbot.adapter.postgres.message;

import dev.moltbot.adapter.postgres.transaction.Column;
import dev.moltbot.adapter.postgres.transaction.Database;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.domain.message.Content;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.port.Timeline;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Messages in the order of time, for one person or for some words. Thread-safe. */
public final class PostgresTimeline implements Timeline {
  /** The messages at the places that a query has settled. */
  static final String FROM_PLACES =
      """
      select m.message_id, m.placed_at, m.from_owner, m.traits, m.subject, m.body, a.channel,
          case when m.from_owner then ''
              else coalesce(nullif(m.sender_name, ''), nullif(h.name, ''), h.value, '') end as author
      from places p
      join message m on m.message_id = p.message_id
      join account a on a.account_id = m.account_id
      left join handle h on h.handle_id = m.handle_id
      order by p.placed_at desc, p.message_id desc
      """;

  /**
   * From each handle the newest of both sides, merged: what it costs depends on the page and on the
   * person's handles, not on how many messages there are.
   */
  private static final String HISTORY =
      """
      with given as (
          select ?::timestamptz as since, ?::timestamptz as until, ?::timestamptz as at,
              ?::bigint as number, ?::integer as page),
      places as materialized (
          select distinct t.placed_at, t.message_id
          from given g
          join handle h on h.contact_id = ? and (h.channel = any(?) or cardinality(?::text[]) = 0)
          cross join lateral (
              (select m.placed_at, m.message_id from message m
               where m.handle_id = h.handle_id and m.placed_at >= g.since and m.placed_at < g.until
                   and (m.placed_at, m.message_id) < (g.at, g.number)
               order by m.placed_at desc, m.message_id desc limit g.page)
              union all
              (select d.placed_at, d.message_id from addressed d
               where d.handle_id = h.handle_id and d.placed_at >= g.since
                   and d.placed_at < g.until and (d.placed_at, d.message_id) < (g.at, g.number)
               order by d.placed_at desc, d.message_id desc limit g.page)) t
          order by t.placed_at desc, t.message_id desc
          limit (select page from given))
      """
          + FROM_PLACES;

  private final Database database;

  public PostgresTimeline(Database database) {
    this.database = database;
  }

  @Override
  public List<Said> history(
      ContactId person, Set<ChannelId> channels, Span span, Place before, int limit) {
    Column named = Column.of("text", channels, ChannelId::value);
    return database.look(tx ->
        tx.all(
            HISTORY,
            PostgresTimeline::read,
            MessageBatch.bounded(span.since()),
            span.until(),
            before.at(),
            before.number(),
            limit,
            person.value(),
            named,
            named));
  }

  @Override
  public List<Hit> search(Wanted wanted, Place before, int limit) {
    var excerpt = new Excerpt(SearchTerms.words(wanted.words()));
    return database.look(tx -> SearchRows.find(tx, wanted, before, limit)).stream()
        .map(one -> new Hit(one, new UntrustedText(excerpt.of(one.content()))))
        .toList();
  }

  static Said read(Row row) throws SQLException {
    List<String> traits = row.texts("traits");
    return new Said(
        new Place(row.instant("placed_at"), row.number("message_id")),
        new ChannelId(row.text("channel")),
        row.yes("from_owner"),
        traits.contains(Trait.DISCUSSION.name()) || traits.contains(Trait.BULK.name()),
        new UntrustedText(row.text("author")),
        new Content(new UntrustedText(row.text("subject")), new UntrustedText(row.text("body"))));
  }
}
