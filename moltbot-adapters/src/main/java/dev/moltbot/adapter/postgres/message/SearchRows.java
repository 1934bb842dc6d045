package dev.moltbot.adapter.postgres.message;

import dev.moltbot.adapter.postgres.transaction.Column;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.port.Timeline.Place;
import dev.moltbot.port.Timeline.Said;
import dev.moltbot.port.Timeline.Span;
import dev.moltbot.port.Timeline.Wanted;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The newest messages that hold some words. The way to them is chosen here and not by the planner,
 * whose figures are old right after an import: a few of the newest messages tell how common the
 * words are. Common ones are found by looking through more of those, rare ones by the index, about
 * as far back as it takes. Only what is shown in the end is read whole.
 */
final class SearchRows {
  /** How many of the newest tell how common the words are. */
  private static final int A_LOOK = 100;

  /** How many of the newest are looked through at most. */
  private static final int A_LONG_LOOK = 1_000;

  /** How many in a look have to match for a longer one. */
  private static final int WORTH_A_LONG_LOOK = 5;

  /** So many times more than asked for should be where it is looked next. */
  private static final int PLENTY = 2;

  /** The next stretch of time, if that was not enough. */
  private static final int TIMES_LONGER = 8;

  /** Longest stretch that is named by its months; a longer one is all of the time. */
  private static final int MAX_MONTHS = 60;

  /** Of people with no more messages than this, the index is asked for all that match. */
  private static final int FEW_OF_ONE = 1_000;

  /** Where no more than this match, the index is asked for all of them. */
  private static final int FEW = 300;

  private static final String HANDLES =
      "select handle_id from handle where contact_id = any(?) order by handle_id";

  private static final String THEIRS_AT_MOST =
      """
      select count(*) as messages
      from (select from message where handle_id = any(?) limit ?) most
      """;

  /** Reads no more rows than this, however many match. */
  private static final String HELD_AT_MOST =
      """
      select count(*) as messages
      from (select from message_words where words @@ ?::tsquery limit ?) most
      """;

  /** A limit within, so that the planner can do it in no other way. */
  private static final String AMONG_THE_NEWEST =
      """
      select w.placed_at, w.message_id, w.words @@ ?::tsquery as held
      from (
          select * from message_words
          where placed_at >= ? and placed_at < ? and (placed_at, message_id) < (?, ?)
          order by placed_at desc, message_id desc
          limit ?) w
      order by w.placed_at desc, w.message_id desc
      """;

  /** The matches are gathered before anything else, so that only the index can bring them. */
  private static final String BY_INDEX =
      """
      with held as materialized (
          select placed_at, message_id from message_words where words @@ ?::tsquery)
      select placed_at, message_id from held
      where placed_at >= ? and placed_at < ? and (placed_at, message_id) < (?, ?)
      order by placed_at desc, message_id desc
      limit ?
      """;

  /** The planner takes a table it knows no figures of for a small one, and would read all of it. */
  private static final String INDEX = "set local enable_seqscan = off";

  private static final String SHOWN =
      """
      with places as materialized (
          select * from unnest(?::timestamptz[], ?::bigint[]) as g (placed_at, message_id))
      """
          + PostgresTimeline.FROM_PLACES;

  private final Tx tx;
  private final String query;
  private final Span span;
  private final Place before;
  private final int limit;

  private SearchRows(Tx tx, String query, Span span, Place before, int limit) {
    this.tx = tx;
    this.query = query;
    this.span = span;
    this.before = before;
    this.limit = limit;
  }

  static List<Said> find(Tx tx, Wanted wanted, Place before, int limit) throws SQLException {
    Column people = Column.of("uuid", wanted.from(), ContactId::value);
    List<Long> handles = tx.all(HANDLES, row -> row.number("handle_id"), people);
    String query = SearchTerms.query(wanted, handles);
    if (query.isEmpty()) {
      return List.of();
    }
    var rows = new SearchRows(tx, query, wanted.span(), before, limit);
    boolean all = !wanted.from().isEmpty() && rows.wroteLittle(handles);
    return rows.shown(all ? rows.all() : rows.find());
  }

  private boolean wroteLittle(List<Long> handles) throws SQLException {
    return atMost(FEW_OF_ONE, THEIRS_AT_MOST, Column.of("bigint", handles, one -> one));
  }

  private boolean atMost(int most, String sql, Object what) throws SQLException {
    return tx.one(sql, row -> row.number("messages"), what, most + 1) <= most;
  }

  private record Looked(Place place, boolean held) {
    static Looked read(Row row) throws SQLException {
      return new Looked(SearchRows.read(row), row.yes("held"));
    }
  }

  private List<Place> find() throws SQLException {
    List<Looked> newest = look(A_LOOK);
    List<Place> found = held(newest);
    if (found.size() == limit || newest.size() < A_LOOK) {
      return found;
    }
    if (found.size() >= WORTH_A_LONG_LOOK) {
      List<Place> more = held(look(Math.min(A_LONG_LOOK, A_LOOK * plenty(found.size()))));
      if (more.size() == limit) {
        return more;
      }
    }
    Instant last = newest.getFirst().place().at();
    Duration looked = Duration.between(newest.getLast().place().at(), last);
    return byIndex(last, looked.multipliedBy(plenty(found.size() + 1)));
  }

  /** How many times as much has to be looked at, after so many were found. */
  private int plenty(int found) {
    return 1 + limit * PLENTY / found;
  }

  private List<Looked> look(int looked) throws SQLException {
    var arguments = new ArrayList<Object>(List.of(query));
    arguments.addAll(bounds());
    arguments.add(looked);
    return tx.all(AMONG_THE_NEWEST, Looked::read, arguments.toArray());
  }

  private List<Place> held(List<Looked> looked) {
    return looked.stream().filter(Looked::held).map(Looked::place).limit(limit).toList();
  }

  /** Those of a stretch of time, while they are not enough of a longer one; of a rare word all. */
  private List<Place> byIndex(Instant last, Duration stretch) throws SQLException {
    tx.run(INDEX);
    if (stretch.isZero()) {
      return byIndex(query);
    }
    for (Duration back = stretch; ; back = back.multipliedBy(TIMES_LONGER)) {
      Instant from = last.minus(back);
      boolean whole = !from.isAfter(span.since());
      String months = months(whole ? span.since() : from, last);
      if (months.isEmpty()) {
        return byIndex(query);
      }
      List<Place> found = byIndex(query + " & " + months);
      if (found.size() == limit || whole) {
        return found;
      }
      if (found.size() * TIMES_LONGER < limit && heldByFew()) {
        return byIndex(query);
      }
    }
  }

  private boolean heldByFew() throws SQLException {
    return atMost(FEW, HELD_AT_MOST, query);
  }

  /** Empty for too long a time. */
  private static String months(Instant from, Instant to) {
    YearMonth last = YearMonth.from(to.atOffset(ZoneOffset.UTC));
    long back = YearMonth.from(from.atOffset(ZoneOffset.UTC)).until(last, ChronoUnit.MONTHS);
    return back >= MAX_MONTHS
        ? ""
        : SearchTerms.any(
            LongStream.rangeClosed(0, back)
                .mapToObj(one -> SearchTerms.month(last.minusMonths(one))));
  }

  private List<Place> all() throws SQLException {
    tx.run(INDEX);
    return byIndex(query);
  }

  private List<Place> byIndex(String terms) throws SQLException {
    var arguments = new ArrayList<Object>(List.of(terms));
    arguments.addAll(bounds());
    arguments.add(limit);
    return tx.all(BY_INDEX, SearchRows::read, arguments.toArray());
  }

  private static Place read(Row row) throws SQLException {
    return new Place(row.instant("placed_at"), row.number("message_id"));
  }

  private List<Object> bounds() {
    return List.of(MessageBatch.bounded(span.since()), span.until(), before.at(), before.number());
  }

  private List<Said> shown(List<Place> places) throws SQLException {
    return places.isEmpty()
        ? List.of()
        : tx.all(
            SHOWN,
            PostgresTimeline::read,
            Column.of("timestamptz", places, Place::at),
            Column.of("bigint", places, Place::number));
  }
}
