package dev.moltbot.adapter.postgres;

import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.message.InboundMessage;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The people behind a batch of messages. */
final class ContactRows {
  private static final String GIVEN =
      """
      with given as (
          select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[])
              as g (handle_key, channel, value, name))
      """;

  /** A new person is named after their first handle: no id has to be minted. */
  private static final String ADD =
      GIVEN
          + """
          , fresh as (
              select g.* from given g
              where not exists (select from handle h where h.handle_key = g.handle_key))
          insert into handle (handle_key, channel, value, contact_id, name, named_at)
          select handle_key, channel, value, handle_key, name, ? from fresh
          on conflict on constraint handle_once do nothing
          """;

  private static final String RENAME =
      GIVEN
          + """
          update handle h set name = g.name
          from given g
          where h.handle_key = g.handle_key and h.name <> g.name and g.name <> ''
          """;

  private ContactRows() {}

  private record Seen(UUID key, Handle handle, String name) {}

  /** Adds who is new, and notes the names they last gave themselves. Returns how many are new. */
  static int observe(Tx tx, Collection<InboundMessage> messages, Instant now) throws SQLException {
    // In one order for everyone, so that two transactions cannot wait for each other.
    Map<UUID, Seen> seen = new TreeMap<>();
    for (InboundMessage message : messages) {
      MessageBatch.handle(message)
          .map(handle -> new Seen(Keys.of(handle), handle, message.sender().name().reveal()))
          .ifPresent(person -> seen.put(person.key(), person));
    }
    if (seen.isEmpty()) {
      return 0;
    }
    List<Column> given = columns(seen.values());
    int added = tx.run(ADD, given.get(0), given.get(1), given.get(2), given.get(3), now);
    tx.run(RENAME, given.toArray());
    return added;
  }

  private static List<Column> columns(Collection<Seen> seen) {
    return List.of(
        Column.of("uuid", seen, Seen::key),
        Column.of("text", seen, one -> one.handle().channel().value()),
        Column.of("text", seen, one -> one.handle().value()),
        Column.of("text", seen, Seen::name));
  }
}
