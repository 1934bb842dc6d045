package dev.moltbot.adapter.postgres.contact;

import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.contact.Detail;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.port.PersonLine;
import dev.moltbot.port.PersonPage;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the tables hold of one person. */
final class PageRows {
  private static final String HANDLES =
      """
      select channel, value, name from handle
      where contact_id = ?
      order by channel, value
      """;

  private static final String MARKS =
      """
      select distinct k.value
      from mark k join handle h on h.handle_id = k.handle_id
      where h.contact_id = ?
      order by k.value
      """;

  private static final String DETAILS =
      """
      select distinct d.kind, d.value
      from detail d join handle h on h.handle_id = d.handle_id
      where h.contact_id = ?
      order by d.kind, d.value
      """;

  private static final String NOTES =
      """
      select n.words, min(n.written_at) as written_at
      from annotation n join handle h on h.handle_id = n.handle_id
      where h.contact_id = ? and n.kind = 'NOTE'
      group by n.words
      order by 2, min(n.annotation_id)
      """;

  private static final String LINKS =
      """
      select a.channel || ':' || a.value as first, b.channel || ':' || b.value as second,
          l.evidence, l.linked_at,
          coalesce((select k.value from mark k
                    where k.mark_key = l.mark_key and k.handle_id = l.first_id), '') as shared
      from handle a
      join link l on l.first_id = a.handle_id
      join handle b on b.handle_id = l.second_id
      where a.contact_id = ?
      order by l.linked_at, first, second, l.evidence
      """;

  /** A message to two handles of one person is one message. */
  private static final String TIES =
      """
      with theirs as (select handle_id, channel from handle where contact_id = ?),
      received as (
          select h.channel, count(*) as messages, min(m.placed_at) as first,
              max(m.placed_at) as last
          from theirs h join message m on m.handle_id = h.handle_id
          group by h.channel),
      direct as (
          select h.channel, count(*) as messages
          from theirs h join message m on m.handle_id = h.handle_id and %s
          group by h.channel),
      sent as (
          select h.channel, count(distinct d.message_id) as messages, min(d.placed_at) as first,
              max(d.placed_at) as last
          from theirs h join addressed d on d.handle_id = h.handle_id
          group by h.channel)
      select coalesce(r.channel, s.channel) as channel,
          coalesce(d.messages, 0) as received, coalesce(s.messages, 0) as sent,
          coalesce(r.messages, 0) - coalesce(d.messages, 0) as to_many,
          least(r.first, s.first) as first, greatest(r.last, s.last) as last
      from received r
      full join sent s on s.channel = r.channel
      left join direct d on d.channel = r.channel
      order by last desc, channel
      """
          .formatted(PostgresTies.DIRECT);

  private PageRows() {}

  static Optional<PersonPage> page(Tx tx, UUID person) throws SQLException {
    PersonLine line = PersonRows.lines(tx, List.of(person)).get(person);
    return line == null
        ? Optional.empty()
        : Optional.of(
            new PersonPage(
                line,
                tx.all(HANDLES, PageRows::handle, person),
                tx.all(MARKS, row -> row.text("value"), person),
                tx.all(DETAILS, PageRows::detail, person),
                tx.all(NOTES, PageRows::note, person),
                tx.all(LINKS, PageRows::link, person),
                tx.all(TIES, PageRows::tie, person)));
  }

  private static PersonPage.Named handle(Row row) throws SQLException {
    return new PersonPage.Named(
        new Handle(new ChannelId(row.text("channel")), row.text("value")),
        new UntrustedText(row.text("name")));
  }

  private static Detail detail(Row row) throws SQLException {
    return new Detail(Detail.Kind.valueOf(row.text("kind")), new UntrustedText(row.text("value")));
  }

  private static PersonPage.Note note(Row row) throws SQLException {
    return new PersonPage.Note(row.text("words"), row.instant("written_at"));
  }

  private static PersonPage.Link link(Row row) throws SQLException {
    return new PersonPage.Link(
        PersonRows.handle(row.text("first")),
        PersonRows.handle(row.text("second")),
        row.text("evidence"),
        row.text("shared"),
        row.instant("linked_at"));
  }

  private static PersonPage.Tie tie(Row row) throws SQLException {
    return new PersonPage.Tie(
        new ChannelId(row.text("channel")),
        row.number("received"),
        row.number("sent"),
        row.number("to_many"),
        row.instant("first"),
        row.instant("last"));
  }
}
