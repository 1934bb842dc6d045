package dev.moltbot.adapter.postgres.overview;

import dev.moltbot.adapter.postgres.transaction.Column;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.port.Overview.Exchange;
import dev.moltbot.port.Overview.Person;
import dev.moltbot.port.Overview.ReplyTimes;
import dev.moltbot.port.Overviews;
import dev.moltbot.port.Timeline;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The people closest to the owner, each with what there is about them. */
final class OverviewPeople {
  /** Handles of one person that are shown; an address book can give hundreds. */
  private static final int HANDLES_MAX = 24;

  /**
   * Closeness halves with every half year that a message is old, and is highest where both write:
   * the geometric mean of the two directions, and a little for a side that writes alone. Mailing
   * programs count as nobody: who only ever sent newsletters and notices is in no picture.
   */
  private static final String CLOSEST =
      """
      with side as (
          select m.handle_id, m.placed_at, true as theirs,
              m.traits && '{BULK,AUTOMATED}' as machine, m.traits && '{DISCUSSION}' as grouped
          from message m where m.handle_id is not null
          union all
          select t.handle_id, t.placed_at, false, false, m.traits && '{DISCUSSION}'
          from addressed t join message m on m.message_id = t.message_id),
      warm as (
          select s.*, power(0.5, least(greatest(
              extract(epoch from ?::timestamptz - placed_at), 0) / 15768000, 200)) as warmth
          from side s where not machine),
      by_handle as (
          select handle_id, min(placed_at) as first_at, max(placed_at) as last_at,
              count(*) filter (where theirs and not grouped) as received,
              count(*) filter (where not theirs) as sent,
              count(*) filter (where theirs and grouped) as shared,
              coalesce(sum(warmth) filter (where theirs and not grouped), 0) as warm_in,
              coalesce(sum(warmth) filter (where not theirs), 0) as warm_out,
              coalesce(sum(warmth) filter (where theirs and grouped), 0) as warm_shared
          from warm group by handle_id),
      by_channel as (
          select h.contact_id, h.channel, min(b.first_at) as first_at, max(b.last_at) as last_at,
              coalesce(sum(b.received), 0) as received, coalesce(sum(b.sent), 0) as sent,
              coalesce(sum(b.shared), 0) as shared, coalesce(sum(b.warm_in), 0) as warm_in,
              coalesce(sum(b.warm_out), 0) as warm_out,
              coalesce(sum(b.warm_shared), 0) as warm_shared
          from handle h left join by_handle b on b.handle_id = h.handle_id
          where b.handle_id is not null
              or not exists (select 1 from message m where m.handle_id = h.handle_id)
          group by h.contact_id, h.channel),
      scored as (
          select c.*, sqrt(sum(warm_in) over w * sum(warm_out) over w)
              + 0.1 * (sum(warm_in) over w + sum(warm_out) over w)
              + 0.01 * sum(warm_shared) over w as closeness
          from by_channel c window w as (partition by contact_id)),
      placed as (
          select s.*, dense_rank() over (order by closeness desc, contact_id) as place from scored s)
      select * from placed where place <= ?
      order by place, received + sent + shared desc, channel
      """;

  /** The owner's word before the address book's, that before the person's own, then an address. */
  private static final String NAMES =
      """
      with said as (
          select h.contact_id, n.words as name, 0 as rank, n.written_at as at
          from annotation n join handle h on h.handle_id = n.handle_id where n.kind = 'NAME'
          union all
          select contact_id, name, case channel when 'cards' then 1 else 2 end, named_at
          from handle where name <> ''
          union all
          select contact_id, value, 3, named_at from handle)
      select distinct on (contact_id) contact_id, name
      from said where contact_id = any(?) order by contact_id, rank, at desc, name
      """;

  private static final String HANDLES =
      """
      select contact_id, channel, value from handle
      where contact_id = any(?) and channel <> 'cards' order by channel, value
      """;

  private static final String ANNOTATIONS =
      """
      select h.contact_id, n.kind, n.words
      from annotation n join handle h on h.handle_id = n.handle_id
      where h.contact_id = any(?) and n.kind in ('TAG', 'NOTE') order by n.written_at, n.words
      """;

  private OverviewPeople() {}

  private record Placed(UUID contact, double closeness, Exchange exchange) {
    static Placed read(Row row) throws SQLException {
      Instant never = Timeline.EARLIEST;
      return new Placed(
          row.uuid("contact_id"),
          row.real("closeness"),
          new Exchange(
              new ChannelId(row.text("channel")),
              row.number("received"),
              row.number("sent"),
              row.number("shared"),
              row.maybeInstant("first_at").orElse(never),
              row.maybeInstant("last_at").orElse(never)));
    }

    boolean any() {
      return exchange.received() + exchange.sent() + exchange.shared() > 0;
    }
  }

  private record Annotation(UUID contact, boolean tag, UntrustedText words) {
    static Annotation read(Row row) throws SQLException {
      return new Annotation(
          row.uuid("contact_id"),
          row.text("kind").equals("TAG"),
          new UntrustedText(row.text("words")));
    }
  }

  static List<Person> closest(Tx tx, Overviews.Limits limits, Instant now) throws SQLException {
    var closest = new LinkedHashMap<UUID, List<Placed>>();
    for (Placed placed : tx.all(CLOSEST, Placed::read, now, limits.people())) {
      closest.computeIfAbsent(placed.contact(), id -> new ArrayList<>()).add(placed);
    }
    Column ids = Column.of("uuid", closest.keySet(), id -> id);
    var names = OverviewWords.texts(tx, NAMES, ids);
    var handles = handles(tx, ids);
    var notes = new LinkedHashMap<UUID, List<Annotation>>();
    for (Annotation one : tx.all(ANNOTATIONS, Annotation::read, ids)) {
      notes.computeIfAbsent(one.contact(), id -> new ArrayList<>()).add(one);
    }
    var lately = OverviewWords.lately(tx, ids, limits.wordsChars());
    var replies = OverviewWords.replies(tx, ids);
    var people = new ArrayList<Person>();
    closest.forEach((id, placed) ->
        people.add(
            new Person(
                new ContactId(id),
                names.getOrDefault(id, UntrustedText.NONE),
                placed.getFirst().closeness(),
                handles.getOrDefault(id, List.of()),
                placed.stream().filter(Placed::any).map(Placed::exchange).toList(),
                lately.getOrDefault(id, List.of()),
                replies.getOrDefault(id, ReplyTimes.NONE),
                words(notes.getOrDefault(id, List.of()), true),
                words(notes.getOrDefault(id, List.of()), false))));
    return people;
  }

  private static List<UntrustedText> words(List<Annotation> notes, boolean tags) {
    return notes.stream().filter(one -> one.tag() == tags).map(Annotation::words).toList();
  }

  private record Address(UUID contact, Handle handle) {}

  private static Map<UUID, List<Handle>> handles(Tx tx, Column ids) throws SQLException {
    var all = new LinkedHashMap<UUID, List<Handle>>();
    for (Address one :
        tx.all(
            HANDLES,
            row ->
                new Address(
                    row.uuid("contact_id"),
                    new Handle(new ChannelId(row.text("channel")), row.text("value"))),
            ids)) {
      List<Handle> theirs = all.computeIfAbsent(one.contact(), id -> new ArrayList<>());
      if (theirs.size() < HANDLES_MAX) {
        theirs.add(one.handle());
      }
    }
    return all;
  }
}
