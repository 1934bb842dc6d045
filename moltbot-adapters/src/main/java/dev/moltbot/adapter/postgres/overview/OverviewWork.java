package dev.moltbot.adapter.postgres.overview;

import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.alert.Alert;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.port.Overview.Day;
import dev.moltbot.port.Overview.Drafted;
import dev.moltbot.port.Overview.Fate;
import dev.moltbot.port.Overview.ModelUse;
import dev.moltbot.port.Overview.Raised;
import dev.moltbot.port.Overview.Totals;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** What came in day by day, and what Moltbot did about it. */
final class OverviewWork {
  private static final String TOTALS =
      """
      select (select count(*) from handle where handle_key = contact_id) as contacts,
          (select count(*) from handle) as handles, (select count(*) from message) as messages,
          (select count(*) from conversation) as conversations
      """;

  private static final String DAYS =
      """
      select (m.placed_at at time zone ?)::date as day, a.channel,
          count(*) filter (where not m.from_owner) as received,
          count(*) filter (where m.from_owner) as sent
      from message m join account a on a.account_id = m.account_id
      where m.placed_at > (select max(placed_at) from message) - make_interval(days => ?)
      group by 1, 2 order by 1, 2
      """;

  /** Edited: the owner's own words, or drafted again for the same message in other words. */
  private static final String DRAFTS =
      """
      with last as (
          select distinct on (draft_id) draft_id, state from request
          order by draft_id, opened_at desc),
      known as (
          select d.draft_id, d.proposed_at, d.ask_at, d.author = 'owner'
              or coalesce(lag(d.words) over w <> d.words, false) as edited
          from draft d window w as (partition by d.answering order by d.proposed_at)),
      ended as (
          select k.proposed_at, case
              when p.outcome = 'delivered' and k.edited then 'SENT_EDITED'
              when p.outcome = 'delivered' then 'SENT_UNCHANGED'
              when p.outcome is not null then 'NOT_SENT'
              when p.approval_id is not null then 'OPEN'
              when l.state = 'rejected' then 'SKIPPED'
              when l.state = 'expired' then 'EXPIRED'
              when l.state in ('opening', 'open', 'postponed') then 'OPEN'
              when l.state is null and k.ask_at is not null then 'OPEN'
              else 'REPLACED' end as fate
          from known k left join last l on l.draft_id = k.draft_id
          left join approval p on p.draft_id = k.draft_id)
      select (proposed_at at time zone ?)::date as day, fate, count(*) as drafts
      from ended group by 1, 2 order by 1, 2
      """;

  private static final String ALERTS =
      """
      select kind, words, raised_at, cleared_at is not null as cleared
      from alert order by raised_at desc, alert_id desc limit ?
      """;

  private static final String MODEL =
      """
      select p ->> 'model' as model, count(*) as calls, sum((p ->> 'input')::bigint) as input,
          sum((p ->> 'output')::bigint) as output, sum((p ->> 'cacheRead')::bigint) as cache_read,
          sum((p ->> 'cacheWrite')::bigint) as cache_write
      from (select payload::jsonb as p from audit_entry where type = 'ModelUsed') u
      group by 1 order by 1
      """;

  private OverviewWork() {}

  static Totals totals(Tx tx) throws SQLException {
    return tx.one(
        TOTALS,
        row ->
            new Totals(
                row.number("contacts"),
                row.number("handles"),
                row.number("messages"),
                row.number("conversations")));
  }

  static List<Day> days(Tx tx, ZoneId zone, int days) throws SQLException {
    return tx.all(
        DAYS,
        row ->
            new Day(
                LocalDate.parse(row.text("day")),
                new ChannelId(row.text("channel")),
                row.number("received"),
                row.number("sent")),
        zone.getId(),
        days);
  }

  static List<Drafted> drafts(Tx tx, ZoneId zone) throws SQLException {
    return tx.all(
        DRAFTS,
        row ->
            new Drafted(
                LocalDate.parse(row.text("day")),
                Fate.valueOf(row.text("fate")),
                row.number("drafts")),
        zone.getId());
  }

  static List<Raised> alerts(Tx tx, int limit) throws SQLException {
    return tx.all(
        ALERTS,
        row ->
            new Raised(
                Alert.Kind.valueOf(row.text("kind")),
                row.text("words"),
                row.instant("raised_at"),
                row.yes("cleared")),
        limit);
  }

  static List<ModelUse> model(Tx tx) throws SQLException {
    return tx.all(
        MODEL,
        row ->
            new ModelUse(
                row.text("model"),
                row.number("calls"),
                row.number("input"),
                row.number("output"),
                row.number("cache_read"),
                row.number("cache_write")));
  }
}
