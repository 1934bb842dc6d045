package dev.moltbot.adapter.postgres.contact;

import dev.moltbot.adapter.postgres.transaction.Column;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.port.PersonLine;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** People as lines of a list: for the few that are shown, once it is settled which they are. */
final class PersonRows {
  /** The name by the rules of the view {@code person}, which would be made of everybody here. */
  private static final String LINES =
      """
      select w.contact_id, p.name,
          array(select h.channel || ':' || h.value from handle h
                where h.contact_id = w.contact_id
                order by h.channel, h.value limit %d) as handles,
          array(select distinct n.words from annotation n join handle h on h.handle_id = n.handle_id
                where h.contact_id = w.contact_id and n.kind = 'TAG' order by n.words) as tags
      from unnest(?::uuid[]) as w (contact_id)
      cross join lateral (
          select name from (
              select n.words as name, 0 as rank, n.written_at as at
              from handle h join annotation n on n.handle_id = h.handle_id and n.kind = 'NAME'
              where h.contact_id = w.contact_id
              union all
              select case when h.name = '' then h.value else h.name end,
                  case when h.name = '' then 3 when h.channel = 'cards' then 1 else 2 end,
                  h.named_at
              from handle h where h.contact_id = w.contact_id) named
          order by rank, at desc, name limit 1) p
      """
          .formatted(PersonLine.MAX_HANDLES);

  private PersonRows() {}

  /** The lines of those that are there, by their ids. */
  static Map<UUID, PersonLine> lines(Tx tx, Collection<UUID> people) throws SQLException {
    return tx.all(LINES, PersonRows::read, Column.of("uuid", people, id -> id)).stream()
        .collect(Collectors.toMap(line -> line.id().value(), Function.identity()));
  }

  private static PersonLine read(Row row) throws SQLException {
    List<Handle> handles = row.texts("handles").stream().map(PersonRows::handle).toList();
    return new PersonLine(
        new ContactId(row.uuid("contact_id")),
        new UntrustedText(row.text("name")),
        handles,
        row.texts("tags"));
  }

  /** A channel's name has no colon. */
  static Handle handle(String stored) {
    int colon = stored.indexOf(':');
    return new Handle(new ChannelId(stored.substring(0, colon)), stored.substring(colon + 1));
  }
}
