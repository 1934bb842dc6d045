package dev.moltbot.adapter.postgres.contact;

import dev.moltbot.adapter.postgres.transaction.Column;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.contact.Pair;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Handles of one transaction by the numbers their rows have, and by the ids the graph knows. */
final class Nodes {
  private static final String APART =
      "select first_id, second_id from apart where first_id = any(?) and second_id = any(?)";

  private final Map<Long, ContactId> ids = new HashMap<>();
  private final Map<ContactId, Long> numbers = new HashMap<>();

  void add(long number, ContactId id) {
    ids.put(number, id);
    numbers.put(id, number);
  }

  ContactId id(long number) {
    return require(ids.get(number));
  }

  long number(ContactId id) {
    return require(numbers.get(id));
  }

  private static <T> T require(@Nullable T known) {
    if (known == null) {
      throw new IllegalStateException("a link to a handle outside of what was read");
    }
    return known;
  }

  Set<ContactId> all() {
    return Set.copyOf(numbers.keySet());
  }

  Column numbersOf(Collection<Pair> pairs, boolean larger) {
    return Column.of("bigint", pairs, pair -> larger ? larger(pair) : smaller(pair));
  }

  /** Rows name the smaller number first, which need not be the smaller id. */
  private long smaller(Pair pair) {
    return Math.min(number(pair.first()), number(pair.second()));
  }

  private long larger(Pair pair) {
    return Math.max(number(pair.first()), number(pair.second()));
  }

  Pair pair(Row row) throws SQLException {
    return Pair.of(id(row.number("first_id")), id(row.number("second_id")));
  }

  Column column() {
    return Column.of("bigint", ids.keySet(), number -> number);
  }

  /** Whom of these the owner keeps apart. */
  Set<Pair> apart(Tx tx) throws SQLException {
    return new HashSet<>(tx.all(APART, this::pair, column(), column()));
  }
}
