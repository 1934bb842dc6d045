package dev.moltbot.adapter.postgres.contact;

import dev.moltbot.adapter.postgres.transaction.Column;
import dev.moltbot.adapter.postgres.transaction.Keys;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.contact.Detail;
import dev.moltbot.domain.contact.Mark;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;

/** What handles show besides their names: marks, and details. Both only ever grow. */
final class MarkRows {
  private static final String MARKS =
      """
      insert into mark (mark_key, handle_id, kind, value, own)
      select * from unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::boolean[])
      on conflict on constraint mark_once do nothing
      returning handle_id
      """;

  private static final String DETAILS =
      """
      insert into detail (handle_id, kind, value)
      select * from unnest(?::bigint[], ?::text[], ?::text[])
      on conflict on constraint detail_once do nothing
      """;

  private MarkRows() {}

  private record Shown(long handle, Mark mark, boolean own) {}

  private record Said(long handle, Detail detail) {}

  /** Returns the numbers of the handles that have a mark they did not have. */
  static List<Long> add(Tx tx, Collection<Seen> all, ToLongFunction<Seen> number)
      throws SQLException {
    details(tx, all, number);
    List<Shown> marks =
        all.stream()
            .flatMap(one ->
                one.marks().stream()
                    .map(mark -> new Shown(number.applyAsLong(one), mark, own(one, mark))))
            .toList();
    return marks.isEmpty()
        ? List.of()
        : tx.all(
            MARKS,
            row -> row.number("handle_id"),
            Column.of("uuid", marks, one -> Keys.of(one.mark())),
            Column.of("bigint", marks, Shown::handle),
            Column.of("text", marks, one -> one.mark().kind().name()),
            Column.of("text", marks, one -> one.mark().value()),
            Column.of("boolean", marks, Shown::own));
  }

  private static boolean own(Seen one, Mark mark) {
    return Mark.of(one.handle()).filter(mark::equals).isPresent();
  }

  private static void details(Tx tx, Collection<Seen> all, ToLongFunction<Seen> number)
      throws SQLException {
    List<Said> said =
        all.stream()
            .flatMap(one ->
                one.details().stream().map(detail -> new Said(number.applyAsLong(one), detail)))
            .toList();
    if (!said.isEmpty()) {
      tx.run(
          DETAILS,
          Column.of("bigint", said, Said::handle),
          Column.of("text", said, one -> one.detail().kind().name()),
          Column.of("text", said, one -> one.detail().value().reveal()));
    }
  }
}
