package dev.moltbot.adapter.postgres.contact;

import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.port.PersonLine;
import dev.moltbot.port.Suggestion;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who may be one, for the owner to decide. A suggestion that was followed or refused stays stored
 * and is left out here, so that undoing brings it back.
 */
final class Suggesting {
  /** Nobody knows which of two it is that shares a number with somebody of another name. */
  private static final double EVEN = 0.5;

  /** Rows read for one list: the first of them are shown. */
  private static final int READ = 20_000;

  private static final String STORED =
      """
      select g.score, g.reasons, f.channel as first_channel, f.value as first_value,
          f.contact_id as first, s.channel as second_channel, s.value as second_value,
          s.contact_id as second
      from suggestion g
      join handle f on f.handle_id = g.first_id
      join handle s on s.handle_id = g.second_id
      where f.contact_id <> s.contact_id
      order by g.score desc limit %d
      """
          .formatted(READ);

  private static final String PAIRS =
      """
      select f.channel as first_channel, f.value as first_value, f.contact_id as first,
          s.channel as second_channel, s.value as second_value, s.contact_id as second
      from unnest(?::bigint[], ?::bigint[]) as g (first_id, second_id)
      join handle f on f.handle_id = g.first_id
      join handle s on s.handle_id = g.second_id
      where f.contact_id <> s.contact_id
      """;

  private static final String REFUSED =
      """
      select f.contact_id as first, s.contact_id as second from apart a
      join handle f on f.handle_id = a.first_id
      join handle s on s.handle_id = a.second_id
      """;

  private Suggesting() {}

  private record Found(
      UUID first, Handle firstHandle, UUID second, Handle secondHandle, Grounds grounds) {

    static Found read(Row row, Grounds grounds) throws SQLException {
      return new Found(
          row.uuid("first"),
          new Handle(new ChannelId(row.text("first_channel")), row.text("first_value")),
          row.uuid("second"),
          new Handle(new ChannelId(row.text("second_channel")), row.text("second_value")),
          grounds);
    }

    Set<UUID> people() {
      return Set.of(first, second);
    }

    /** Two grounds for the same: whoever found it, the owner is asked once. */
    Found and(Found other) {
      var reasons = new ArrayList<>(grounds.reasons());
      other.grounds.reasons().stream().filter(r -> !reasons.contains(r)).forEach(reasons::add);
      double score = Math.max(grounds.score(), other.grounds.score());
      return new Found(first, firstHandle, second, secondHandle, new Grounds(score, reasons));
    }
  }

  private record Grounds(double score, List<String> reasons) {}

  static List<Suggestion> list(Tx tx, int limit) throws SQLException {
    Map<Set<UUID>, Found> found = new HashMap<>();
    for (Found one : stored(tx)) {
      found.merge(one.people(), one, Found::and);
    }
    for (Found one : doubts(tx)) {
      found.merge(one.people(), one, Found::and);
    }
    refused(tx).forEach(found::remove);
    List<Found> best =
        found.values().stream()
            .sorted(
                Comparator.comparingDouble((Found one) -> -one.grounds().score())
                    .thenComparing(one -> one.first().toString() + one.second()))
            .limit(limit)
            .toList();
    return lines(tx, best);
  }

  private static List<Found> stored(Tx tx) throws SQLException {
    return tx.all(
        STORED, row -> Found.read(row, new Grounds(row.real("score"), row.texts("reasons"))));
  }

  private static List<Found> doubts(Tx tx) throws SQLException {
    var found = new ArrayList<Found>();
    for (Linking.Doubts doubt : Linking.doubts(tx)) {
      var grounds = new Grounds(EVEN, List.of(doubt.reason()));
      found.addAll(tx.all(PAIRS, row -> Found.read(row, grounds), doubt.firsts(), doubt.seconds()));
    }
    return found;
  }

  private static Set<Set<UUID>> refused(Tx tx) throws SQLException {
    var refused = new HashSet<Set<UUID>>();
    tx.all(REFUSED, row -> List.of(row.uuid("first"), row.uuid("second")))
        .forEach(pair -> refused.add(new HashSet<>(pair)));
    return refused;
  }

  private static List<Suggestion> lines(Tx tx, List<Found> found) throws SQLException {
    var people = new HashSet<UUID>();
    found.forEach(one -> people.addAll(one.people()));
    Map<UUID, PersonLine> lines = PersonRows.lines(tx, people);
    var suggestions = new ArrayList<Suggestion>();
    for (Found one : found) {
      PersonLine first = lines.get(one.first());
      PersonLine second = lines.get(one.second());
      if (first != null && second != null) {
        suggestions.add(
            new Suggestion(
                first,
                one.firstHandle(),
                second,
                one.secondHandle(),
                one.grounds().score(),
                one.grounds().reasons()));
      }
    }
    return suggestions;
  }
}
