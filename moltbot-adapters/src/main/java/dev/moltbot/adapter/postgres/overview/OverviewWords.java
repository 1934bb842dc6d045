package dev.moltbot.adapter.postgres.overview;

import dev.moltbot.adapter.postgres.transaction.Column;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.port.Overview.ReplyTimes;
import dev.moltbot.port.Overview.Said;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What people said last, and how long they and the owner take to answer. */
final class OverviewWords {
  /** One index read for each handle, whatever the number of messages. */
  private static final String LATELY =
      """
      with them as (select handle_id, contact_id from handle where contact_id = any(?)),
      said as (
          select t.contact_id, false as by_owner, l.placed_at, l.message_id
          from them t cross join lateral (
              select m.placed_at, m.message_id from message m where m.handle_id = t.handle_id
              order by m.placed_at desc limit 1) l
          union all
          select t.contact_id, true, l.placed_at, l.message_id
          from them t cross join lateral (
              select a.placed_at, a.message_id from addressed a where a.handle_id = t.handle_id
              order by a.placed_at desc limit 1) l),
      last as (
          select distinct on (contact_id, by_owner) * from said
          order by contact_id, by_owner, placed_at desc, message_id desc)
      select l.contact_id, l.by_owner, l.placed_at,
          left(case when m.body = '' then m.subject else m.body end, ?) as words
      from last l join message m on m.message_id = l.message_id
      """;

  /** A turn taken more than 30 days later is a new talk and no answer. */
  private static final String REPLIES =
      """
      with said as (
          select m.from_owner, m.placed_at, m.handle_id,
              lag(m.from_owner) over w as before_owner, lag(m.placed_at) over w as before_at,
              lag(m.handle_id) over w as before_handle
          from message m where not m.traits && '{BULK,DISCUSSION,AUTOMATED}'
          window w as (partition by m.conversation_id order by m.placed_at, m.message_id)),
      taken as (
          select case when from_owner then before_handle else handle_id end as handle_id,
              from_owner, extract(epoch from placed_at - before_at) as seconds
          from said where from_owner <> before_owner and placed_at - before_at < interval '30 days')
      select h.contact_id, t.from_owner, count(*) as times,
          percentile_cont(0.5) within group (order by t.seconds) as median
      from taken t join handle h on h.handle_id = t.handle_id
      where h.contact_id = any(?) group by h.contact_id, t.from_owner
      """;

  private OverviewWords() {}

  private record Named(UUID contact, UntrustedText words) {}

  /** One text for each contact. */
  static Map<UUID, UntrustedText> texts(Tx tx, String sql, Column ids) throws SQLException {
    var all = new HashMap<UUID, UntrustedText>();
    tx.all(sql, row -> new Named(row.uuid("contact_id"), new UntrustedText(row.text("name"))), ids)
        .forEach(one -> all.put(one.contact(), one.words()));
    return all;
  }

  private record Lately(UUID contact, Said said) {
    static Lately read(Row row) throws SQLException {
      Instant at = row.instant("placed_at");
      UntrustedText words = new UntrustedText(row.text("words"));
      return new Lately(row.uuid("contact_id"), new Said(row.yes("by_owner"), at, words));
    }
  }

  static Map<UUID, List<Said>> lately(Tx tx, Column ids, int chars) throws SQLException {
    var all = new HashMap<UUID, List<Said>>();
    for (Lately one : tx.all(LATELY, Lately::read, ids, chars)) {
      all.computeIfAbsent(one.contact(), id -> new ArrayList<>()).add(one.said());
    }
    all.values().forEach(said -> said.sort(Comparator.comparing(Said::at).reversed()));
    return all;
  }

  private record Pace(UUID contact, boolean mine, long times, Duration median) {
    static Pace read(Row row) throws SQLException {
      Duration median = Duration.ofSeconds(Math.round(row.real("median")));
      return new Pace(row.uuid("contact_id"), row.yes("from_owner"), row.number("times"), median);
    }

    ReplyTimes into(ReplyTimes known) {
      return mine
          ? new ReplyTimes(times, median, known.theirs(), known.theirsMedian())
          : new ReplyTimes(known.mine(), known.mineMedian(), times, median);
    }
  }

  static Map<UUID, ReplyTimes> replies(Tx tx, Column ids) throws SQLException {
    var all = new HashMap<UUID, ReplyTimes>();
    for (Pace pace : tx.all(REPLIES, Pace::read, ids)) {
      all.merge(pace.contact(), pace.into(ReplyTimes.NONE), (known, fresh) -> pace.into(known));
    }
    return all;
  }
}
