package dev.moltbot.adapter.postgres.contact;

import dev.moltbot.adapter.postgres.transaction.Column;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.contact.Joining;
import dev.moltbot.domain.contact.Membership;
import dev.moltbot.domain.contact.Pair;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who is which contact, written at each handle: what {@link Joining} makes of the links stored. */
final class Labels {
  private static final String REACHED =
      """
      with recursive reached (handle_id) as (
          select unnest(?::bigint[])
          union
          select n.handle_id from reached r cross join lateral (
              select second_id as handle_id from link where first_id = r.handle_id
              union all
              select first_id from link where second_id = r.handle_id) n)
      select h.handle_id, h.handle_key, h.contact_id from reached r
      join handle h on h.handle_id = r.handle_id
      """;

  private static final String LINKS =
      "select first_id, second_id, evidence from link where first_id = any(?)";

  private static final String RELABEL =
      """
      update handle h set contact_id = g.contact_id
      from unnest(?::bigint[], ?::uuid[]) as g (handle_id, contact_id)
      where h.handle_id = g.handle_id
      """;

  private Labels() {}

  private record Labelled(long number, ContactId id, ContactId contact) {
    static Labelled read(Row row) throws SQLException {
      return new Labelled(
          row.number("handle_id"),
          new ContactId(row.uuid("handle_key")),
          new ContactId(row.uuid("contact_id")));
    }
  }

  private record Moved(long number, UUID contact) {}

  /** Makes the contacts right of all handles that these are linked to, however far. */
  static void around(Tx tx, Collection<Long> handles) throws SQLException {
    List<Labelled> reached =
        tx.all(REACHED, Labelled::read, Column.of("bigint", handles, number -> number));
    var nodes = new Nodes();
    reached.forEach(one -> nodes.add(one.number(), one.id()));
    Map<Pair, Boolean> links = new HashMap<>();
    tx.all(LINKS, row -> Map.entry(nodes.pair(row), owners(row)), nodes.column())
        .forEach(link -> links.merge(link.getKey(), link.getValue(), Boolean::logicalOr));
    Membership contacts = Joining.of(nodes.all(), links, nodes.apart(tx));
    List<Moved> moved =
        reached.stream()
            .filter(one -> !one.contact().equals(contacts.of(one.id())))
            .map(one -> new Moved(one.number(), contacts.of(one.id()).value()))
            .toList();
    if (!moved.isEmpty()) {
      tx.run(
          RELABEL,
          Column.of("bigint", moved, Moved::number),
          Column.of("uuid", moved, Moved::contact));
    }
  }

  private static boolean owners(Row row) throws SQLException {
    return row.text("evidence").equals("OWNER_SAID");
  }
}
