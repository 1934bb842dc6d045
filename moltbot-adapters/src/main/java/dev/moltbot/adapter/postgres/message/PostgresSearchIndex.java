package dev.moltbot.adapter.postgres.message;

import dev.moltbot.adapter.postgres.transaction.Column;
import dev.moltbot.adapter.postgres.transaction.Database;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.port.SearchIndex;
import dev.moltbot.port.Timeline.Holding;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes messages off the list of those not indexed, and puts their words in. Thread-safe. */
public final class PostgresSearchIndex implements SearchIndex {
  /** No order but the table's own, so that the list needs no index. */
  private static final String TAKE =
      """
      delete from message_unindexed where ctid = any(array(
          select ctid from message_unindexed limit ? for update skip locked))
      returning message_id
      """;

  private static final String READ =
      """
      select m.message_id, m.placed_at, m.handle_id, m.from_owner, m.subject, m.body, m.traits,
          a.channel
      from message m
      join account a on a.account_id = m.account_id
      where m.message_id = any(?)
      order by m.message_id
      """;

  private static final String PUT =
      """
      insert into message_words (message_id, placed_at, words)
      select message_id, placed_at, words::tsvector
      from unnest(?::bigint[], ?::timestamptz[], ?::text[]) as g (message_id, placed_at, words)
      on conflict on constraint message_words_once do nothing
      """;

  private static final Pattern LINK = Pattern.compile("https?://|\\bwww\\.");

  /** What every link has; looking for it first costs a fraction of the expression. */
  private static final List<String> LINK_PARTS = List.of("://", "www.");

  private final Database database;

  public PostgresSearchIndex(Database database) {
    this.database = database;
  }

  private record Indexed(long message, Instant placedAt, Set<String> words) {}

  @Override
  public int indexNext(int limit) {
    return database.look(tx -> index(tx, limit));
  }

  private static int index(Tx tx, int limit) throws SQLException {
    List<Long> taken = tx.all(TAKE, row -> row.number("message_id"), limit);
    if (taken.isEmpty()) {
      return 0;
    }
    Column which = Column.of("bigint", taken, one -> one);
    List<Indexed> rows = tx.all(READ, PostgresSearchIndex::read, which);
    tx.run(
        PUT,
        Column.of("bigint", rows, Indexed::message),
        Column.of("timestamptz", rows, Indexed::placedAt),
        Column.of("text", rows, one -> SearchTerms.vector(one.words())));
    return taken.size();
  }

  private static Indexed read(Row row) throws SQLException {
    String body = row.text("body");
    Set<String> words = SearchWords.of(row.text("subject"), body);
    words.add(SearchTerms.channel(row.text("channel")));
    words.add(SearchTerms.month(YearMonth.from(row.instant("placed_at").atOffset(ZoneOffset.UTC))));
    words.add(
        row.yes("from_owner") ? SearchTerms.MINE : SearchTerms.handle(row.number("handle_id")));
    if (row.texts("traits").contains(Trait.ATTACHMENTS.name())) {
      words.add(SearchTerms.has(Holding.ATTACHMENT));
    }
    if (holdsLink(body)) {
      words.add(SearchTerms.has(Holding.LINK));
    }
    return new Indexed(row.number("message_id"), row.instant("placed_at"), words);
  }

  private static boolean holdsLink(String body) {
    return LINK_PARTS.stream().anyMatch(body::contains) && LINK.matcher(body).find();
  }

  @Override
  public long waiting() {
    String sql = "select count(*) as left_over from message_unindexed";
    return database.look(tx -> tx.one(sql, row -> row.number("left_over")));
  }
}
