package dev.moltbot.adapter.postgres.overview;

import dev.moltbot.adapter.postgres.transaction.Column;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.port.Overview.Person;
import dev.moltbot.port.Overview.Tie;
import dev.moltbot.port.Overview.Waiting;
import dev.moltbot.port.Overviews;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Who meets whom, and whose turn it is. */
final class OverviewTies {
  /** A conversation of more people says nothing about who knows whom. */
  private static final int ROOM_MAX = 60;

  private static final String TIES =
      """
      with part as (
          select m.conversation_id, h.contact_id
          from message m join handle h on h.handle_id = m.handle_id
          where h.contact_id = any(?) and not m.traits && '{BULK,AUTOMATED}'
          union
          select m.conversation_id, h.contact_id
          from addressed t join message m on m.message_id = t.message_id
          join handle h on h.handle_id = t.handle_id where h.contact_id = any(?)),
      room as (
          select conversation_id, count(*) as size from part
          group by conversation_id having count(*) between 2 and ?)
      select a.contact_id as first, b.contact_id as second, count(*) as conversations,
          sum(1.0 / (r.size - 1)) as weight
      from part a join room r on r.conversation_id = a.conversation_id
      join part b on b.conversation_id = a.conversation_id and a.contact_id < b.contact_id
      group by 1, 2 order by weight desc, 1, 2 limit ?
      """;

  /** Of each person the newest, so that one who writes a lot does not fill the list. */
  private static final String WAITING =
      """
      with newest as (select max(placed_at) as at from message),
      last as (
          select distinct on (m.conversation_id) m.* from message m, newest n
          where m.placed_at > n.at - interval '90 days'
          order by m.conversation_id, m.placed_at desc, m.message_id desc),
      turn as (
          select h.contact_id, h.channel, true as for_owner, l.placed_at, l.subject, l.body
          from last l join handle h on h.handle_id = l.handle_id
          where l.worth_drafting and not l.traits && '{BULK,DISCUSSION,AUTOMATED}'
          union all
          select h.contact_id, h.channel, false, l.placed_at, l.subject, l.body
          from last l join addressed t on t.message_id = l.message_id
          join handle h on h.handle_id = t.handle_id
          where l.from_owner and l.body like '%?%' and not l.traits && '{DISCUSSION}'),
      each_person as (
          select distinct on (contact_id, for_owner) * from turn
          where contact_id = any(?) order by contact_id, for_owner, placed_at desc),
      counted as (
          select e.*, row_number() over (partition by for_owner order by placed_at desc) as n
          from each_person e)
      select contact_id, channel, for_owner, placed_at,
          left(case when subject = '' then body else subject end, ?) as words
      from counted where n <= ? order by for_owner desc, placed_at
      """;

  private final Map<UUID, Integer> places = new HashMap<>();
  private final Column ids;

  OverviewTies(List<Person> people) {
    for (Person person : people) {
      places.put(person.id().value(), places.size());
    }
    ids = Column.of("uuid", people, person -> person.id().value());
  }

  List<Tie> ties(Tx tx, Overviews.Limits limits) throws SQLException {
    int most = limits.people() * limits.tiesPerPerson();
    return tx.all(TIES, this::tie, ids, ids, ROOM_MAX, most);
  }

  private Tie tie(Row row) throws SQLException {
    int one = place(row.uuid("first"));
    int other = place(row.uuid("second"));
    return new Tie(
        Math.min(one, other),
        Math.max(one, other),
        row.number("conversations"),
        row.real("weight"));
  }

  List<Waiting> waiting(Tx tx, Overviews.Limits limits) throws SQLException {
    return tx.all(WAITING, this::turn, ids, limits.wordsChars(), limits.waiting());
  }

  private Waiting turn(Row row) throws SQLException {
    Instant since = row.instant("placed_at");
    return new Waiting(
        place(row.uuid("contact_id")),
        new ChannelId(row.text("channel")),
        row.yes("for_owner"),
        since,
        new UntrustedText(row.text("words")));
  }

  private int place(UUID contact) {
    return Objects.requireNonNull(places.get(contact));
  }
}
