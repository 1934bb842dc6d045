package dev.moltbot.adapter.postgres.contact;

import dev.moltbot.adapter.postgres.transaction.Column;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.contact.Identity;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The people behind a batch of messages, or in a piece of an address book. */
public final class ContactRows {
  private static final String KNOWN =
      "select handle_id, handle_key, name, named_at from handle where handle_key = any(?)";

  /** One row by its key: planned once, where arrays are planned anew each time. */
  private static final String AGAIN =
      """
      update handle set named_at = ? where handle_key = ? and name = ? and named_at < ?
      """;

  /** A new person is named after their first handle: no id has to be minted. */
  private static final String ADD =
      """
      insert into handle (handle_key, channel, value, contact_id, name, named_at, folded)
      select g.handle_key, g.channel, g.value, g.handle_key, g.name, g.named_at, g.folded
      from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[])
          as g (handle_key, channel, value, name, named_at, folded)
      on conflict on constraint handle_once do nothing
      returning handle_id, handle_key, name, named_at
      """;

  private static final String RENAME =
      """
      update handle h set name = g.name, named_at = g.named_at
      from unnest(?::uuid[], ?::text[], ?::timestamptz[]) as g (handle_key, name, named_at)
      where h.handle_key = g.handle_key and g.name <> ''
          and (h.named_at, h.name collate "C") < (g.named_at, g.name collate "C")
      """;

  private ContactRows() {}

  /**
   * What a batch did to the graph's nodes.
   *
   * @param added handles nobody knew
   * @param linked links that evidence made
   */
  public record Observed(int added, int linked) {}

  private record Known(long number, UUID key, String name, Instant namedAt) {
    static Known read(Row row) throws SQLException {
      return new Known(
          row.number("handle_id"),
          row.uuid("handle_key"),
          row.text("name"),
          row.instant("named_at"));
    }

    boolean renamedBy(Seen seen) {
      return outdatedBy(seen) && !seen.name().words().equals(name);
    }

    boolean outdatedBy(Seen seen) {
      return !seen.name().words().isEmpty()
          && new Seen.Name(name, namedAt).compareTo(seen.name()) < 0;
    }
  }

  /**
   * Adds who is new, notes the names they last gave themselves, marks and details, and joins who is
   * one by them. With audit entries for the links; who was added is for the caller to record.
   */
  public static Observed observe(Tx tx, Collection<Identity> people, Instant now)
      throws SQLException {
    Collection<Seen> all = Seen.of(people, now).values();
    if (all.isEmpty() || (all.size() == 1 && again(tx, all.iterator().next()))) {
      return new Observed(0, 0);
    }
    Map<UUID, Known> known = known(tx, all);
    if (all.stream().anyMatch(one -> says(one, known))) {
      Linking.lock(tx);
    }
    List<Seen> fresh = all.stream().filter(one -> !known.containsKey(one.key())).toList();
    int added = add(tx, fresh, known);
    var changed = new HashSet<>(rename(tx, all, known));
    var marked = new ArrayList<>(fresh);
    all.stream().filter(one -> known.containsKey(one.key()) && one.hasMore()).forEach(marked::add);
    var found = new HashSet<>(changed);
    marked.stream().filter(Seen::hasNickname).forEach(one -> found.add(number(known, one)));
    fresh.forEach(one -> changed.add(number(known, one)));
    changed.addAll(MarkRows.add(tx, marked, one -> number(known, one)));
    Refolding.of(tx, found);
    Annotations.brought(tx, marked, one -> number(known, one), now);
    return new Observed(added, Linking.around(tx, changed, now));
  }

  /**
   * Notes that somebody known gave the same name later than ever, which is what nearly every single
   * message says: one statement. False when it says anything else, and then nothing is noted.
   */
  private static boolean again(Tx tx, Seen one) throws SQLException {
    Seen.Name name = one.name();
    return !name.words().isEmpty()
        && !one.hasMore()
        && tx.run(AGAIN, name.at(), one.key(), name.words(), name.at()) > 0;
  }

  /** Whether links may change; nearly all batches are from people long known by the same name. */
  private static boolean says(Seen one, Map<UUID, Known> known) {
    Known found = known.get(one.key());
    return found == null || one.hasMore() || found.renamedBy(one);
  }

  private static long number(Map<UUID, Known> known, Seen one) {
    Known found = known.get(one.key());
    if (found == null) {
      throw new IllegalStateException("a handle that was just stored is not there");
    }
    return found.number();
  }

  private static Map<UUID, Known> known(Tx tx, Collection<Seen> all) throws SQLException {
    var known = new HashMap<UUID, Known>();
    if (!all.isEmpty()) {
      tx.all(KNOWN, Known::read, Column.of("uuid", all, Seen::key))
          .forEach(row -> known.put(row.key(), row));
    }
    return known;
  }

  /** Returns how many nobody knew: in the meantime somebody else may have met the others. */
  private static int add(Tx tx, List<Seen> fresh, Map<UUID, Known> known) throws SQLException {
    if (fresh.isEmpty()) {
      return 0;
    }
    List<Known> added =
        tx.all(
            ADD,
            Known::read,
            Column.of("uuid", fresh, Seen::key),
            Column.of("text", fresh, one -> one.handle().channel().value()),
            Column.of("text", fresh, one -> one.handle().value()),
            Column.of("text", fresh, one -> one.name().words()),
            Column.of("timestamptz", fresh, one -> one.name().stamp()),
            Column.of("text", fresh, one -> Folding.of(one.findable())));
    added.forEach(row -> known.put(row.key(), row));
    if (added.size() < fresh.size()) {
      known.putAll(known(tx, fresh));
    }
    return added.size();
  }

  /** Returns those whose name reads differently now; the time alone changes nothing for others. */
  private static List<Long> rename(Tx tx, Collection<Seen> all, Map<UUID, Known> known)
      throws SQLException {
    List<Seen> later =
        all.stream()
            .filter(one -> known.containsKey(one.key()) && known.get(one.key()).outdatedBy(one))
            .toList();
    if (later.isEmpty()) {
      return List.of();
    }
    tx.run(
        RENAME,
        Column.of("uuid", later, Seen::key),
        Column.of("text", later, one -> one.name().words()),
        Column.of("timestamptz", later, one -> one.name().stamp()));
    return later.stream()
        .map(one -> Map.entry(one.name().words(), known.get(one.key())))
        .filter(one -> !one.getKey().equals(one.getValue().name()))
        .map(one -> one.getValue().number())
        .toList();
  }
}
