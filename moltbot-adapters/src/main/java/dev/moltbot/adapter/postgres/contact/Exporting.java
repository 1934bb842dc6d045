package dev.moltbot.adapter.postgres.contact;

import dev.moltbot.adapter.postgres.transaction.Column;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.contact.Annotation;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.contact.Detail;
import dev.moltbot.domain.contact.Mark;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.port.Exported;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** People and what is known of them, page by page. */
final class Exporting {
  private static final String PEOPLE =
      """
      select p.contact_id, p.name,
          array(select h.channel || ':' || h.value from handle h
                where h.contact_id = w.contact_id order by h.channel, h.value) as handles
      from (
          select handle_key as contact_id from handle
          where handle_key = contact_id and handle_key > ? order by handle_key limit ?) w
      cross join lateral (
          select v.contact_id, v.name from person v where v.contact_id = w.contact_id) p
      order by p.contact_id
      """;

  private static final String MARKS =
      """
      select distinct h.contact_id, m.kind, m.value from mark m
      join handle h on h.handle_id = m.handle_id
      where h.contact_id = any(?) order by m.kind, m.value
      """;

  private static final String DETAILS =
      """
      select distinct h.contact_id, d.kind, d.value from detail d
      join handle h on h.handle_id = d.handle_id
      where h.contact_id = any(?) order by d.kind, d.value
      """;

  private static final String ANNOTATIONS =
      """
      select h.contact_id, n.kind, n.words as value from annotation n
      join handle h on h.handle_id = n.handle_id
      where h.contact_id = any(?)
      group by h.contact_id, n.kind, n.words
      order by min(n.written_at), min(n.annotation_id)
      """;

  private Exporting() {}

  /** One of several that a person has. */
  private interface Part<T> {
    T of(String kind, String value);
  }

  static List<Exported> people(Tx tx, UUID after, int limit) throws SQLException {
    List<Exported> bare = tx.all(PEOPLE, Exporting::read, after, limit);
    Column ids = Column.of("uuid", bare, one -> one.id().value());
    var marks = parts(tx, MARKS, ids, (kind, value) -> new Mark(Mark.Kind.valueOf(kind), value));
    var details =
        parts(
            tx,
            DETAILS,
            ids,
            (kind, value) -> new Detail(Detail.Kind.valueOf(kind), new UntrustedText(value)));
    var annotations =
        parts(
            tx,
            ANNOTATIONS,
            ids,
            (kind, value) -> new Annotation(Annotation.Kind.valueOf(kind), value));
    return bare.stream()
        .map(one ->
            new Exported(
                one.id(),
                one.name(),
                one.handles(),
                marks.getOrDefault(one.id(), List.of()),
                details.getOrDefault(one.id(), List.of()),
                annotations.getOrDefault(one.id(), List.of())))
        .toList();
  }

  private static Exported read(Row row) throws SQLException {
    return new Exported(
        new ContactId(row.uuid("contact_id")),
        new UntrustedText(row.text("name")),
        row.texts("handles").stream().map(PersonRows::handle).toList(),
        List.of(),
        List.of(),
        List.of());
  }

  private static <T> Map<ContactId, List<T>> parts(Tx tx, String sql, Column ids, Part<T> part)
      throws SQLException {
    record One<T>(ContactId contact, T part) {}
    var parts = new HashMap<ContactId, List<T>>();
    tx.all(
            sql,
            row ->
                new One<>(
                    new ContactId(row.uuid("contact_id")),
                    part.of(row.text("kind"), row.text("value"))),
            ids)
        .forEach(one ->
            parts.computeIfAbsent(one.contact(), unused -> new ArrayList<>()).add(one.part()));
    return parts;
  }
}
