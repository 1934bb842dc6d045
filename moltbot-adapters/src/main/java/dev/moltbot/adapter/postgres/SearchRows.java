package dev.moltbot.adapter.postgres;

import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.port.Timeline.Place;
import dev.moltbot.port.Timeline.Said;
import dev.moltbot.port.Timeline.Span;
import dev.moltbot.port.Timeline.Wanted;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The newest messages that hold some words. The way to them is chosen here and not by the planner,
 * whose figures are old right after an import: first a look at the newest messages, then the index,
 * some months at a time.
 */
final class SearchRows {
  /** How many of the newest are looked through: a word that many messages hold is found at once. */
  private static final int A_LOOK = 300;

  /** The same for a word's beginning, which the index can only answer as a whole. */
  private static final int A_LONG_LOOK = 4_000;

  /** How many of the first have to match for that. */
  private static final int WORTH_A_LONG_LOOK = 2;

  /** Longest stretch that the index is asked about at once; each is twice the one before. */
  private static final int MAX_MONTHS = 128;

  private static final String HANDLES =
      "select handle_id from handle where contact_id = any(?) order by handle_id";

  /** A limit within, so that the planner can do it in no other way. */
  private static final String AMONG_THE_NEWEST =
      """
      with places as materialized (
          select w.placed_at, w.message_id
          from (
              select * from message_words
              where placed_at >= ? and placed_at < ? and (placed_at, message_id) < (?, ?)
              order by placed_at desc, message_id desc
              limit ?) w
          where w.words @@ ?::tsquery
          order by w.placed_at desc, w.message_id desc
          limit ?)
      """
          + PostgresTimeline.FROM_PLACES;

  /** The matches are gathered before anything else, so that only the index can bring them. */
  private static final String BY_INDEX =
      """
      with held as materialized (
          select placed_at, message_id from message_words where words @@ ?::tsquery),
      places as materialized (
          select placed_at, message_id from held
          where placed_at >= ? and placed_at < ? and (placed_at, message_id) < (?, ?)
          order by placed_at desc, message_id desc
          limit ?)
      """
          + PostgresTimeline.FROM_PLACES;

  private static final String NEWEST =
      """
      select placed_at from message_words
      where placed_at >= ? and placed_at < ? and (placed_at, message_id) < (?, ?)
      order by placed_at desc, message_id desc
      limit 1
      """;

  private final Tx tx;
  private final String query;
  private final Span span;

  private SearchRows(Tx tx, String query, Span span) {
    this.tx = tx;
    this.query = query;
    this.span = span;
  }

  static List<Said> find(Tx tx, Wanted wanted, Place before, int limit) throws SQLException {
    Column people = Column.of("uuid", wanted.from(), ContactId::value);
    List<Long> handles = tx.all(HANDLES, row -> row.number("handle_id"), people);
    String query = SearchTerms.query(wanted, handles);
    boolean open = SearchTerms.words(wanted.words()).stream().anyMatch(SearchTerms.Word::prefix);
    return query.isEmpty()
        ? List.of()
        : new SearchRows(tx, query, wanted.span()).find(before, limit, open);
  }

  private List<Said> find(Place before, int limit, boolean open) throws SQLException {
    List<Said> found = newest(before, A_LOOK, limit);
    if (open && found.size() < limit && found.size() >= WORTH_A_LONG_LOOK) {
      found = newest(before, A_LONG_LOOK, limit);
    }
    if (found.size() == limit) {
      return found;
    }
    // The planner takes a table it knows no figures of for a small one, and would read all of it.
    tx.run("set local enable_seqscan = off");
    return open ? byIndex(query, before, limit) : byMonths(before, limit);
  }

  private List<Said> newest(Place before, int looked, int limit) throws SQLException {
    List<Object> arguments = bounds(before);
    arguments.addAll(List.of(looked, query, limit));
    return tx.all(AMONG_THE_NEWEST, PostgresTimeline::read, arguments.toArray());
  }

  private List<Said> byMonths(Place before, int limit) throws SQLException {
    var found = new ArrayList<Said>();
    Place from = before;
    Optional<Instant> newest = newestBefore(from);
    for (int months = 1; newest.isPresent() && found.size() < limit; months *= 2) {
      int length = Math.min(months, MAX_MONTHS);
      YearMonth last = YearMonth.from(newest.get().atOffset(ZoneOffset.UTC));
      YearMonth first = last.minusMonths(length - 1);
      found.addAll(byIndex(query + " & " + within(last, length), from, limit - found.size()));
      from = new Place(first.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant(), 0);
      newest = newestBefore(from);
    }
    return found;
  }

  private static String within(YearMonth last, int length) {
    return SearchTerms.any(
        IntStream.range(0, length).mapToObj(back -> SearchTerms.month(last.minusMonths(back))));
  }

  private List<Said> byIndex(String terms, Place before, int limit) throws SQLException {
    var arguments = new ArrayList<Object>(List.of(terms));
    arguments.addAll(bounds(before));
    arguments.add(limit);
    return tx.all(BY_INDEX, PostgresTimeline::read, arguments.toArray());
  }

  private Optional<Instant> newestBefore(Place place) throws SQLException {
    return tx.first(NEWEST, row -> row.instant("placed_at"), bounds(place).toArray());
  }

  private List<Object> bounds(Place before) {
    return new ArrayList<>(
        List.of(MessageBatch.bounded(span.since()), span.until(), before.at(), before.number()));
  }
}
