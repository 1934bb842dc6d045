package dev.moltbot.adapter.postgres.contact;

import dev.moltbot.adapter.postgres.transaction.Column;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.contact.Annotation;
import dev.moltbot.domain.contact.ContactId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * The owner's words about people. They stay with the handle that the contact had its id from when
 * they were written, so that a merge and its undoing move none.
 */
final class Annotations {
  private static final String ADD =
      "insert into annotation (handle_id, kind, words, written_at) values (?, ?, ?, ?)";

  private static final String SAID =
      "select 1 from annotation where handle_id = any(?) and kind = ? and words = ?";

  private static final String REMOVE =
      "delete from annotation where handle_id = any(?) and kind = ? and words = ?";

  private static final String REMOVE_NAMES =
      "delete from annotation where handle_id = any(?) and kind = 'NAME'";

  /** What the owner typed is not made an import's, whose undoing would take it away. */
  private static final String BROUGHT =
      """
      insert into annotation (handle_id, kind, words, written_at, brought)
      select handle_id, kind, words, ?, true
      from unnest(?::bigint[], ?::text[], ?::text[]) as b (handle_id, kind, words)
      on conflict on constraint annotation_once do nothing
      """;

  private Annotations() {}

  private record Brought(long handle, Annotation annotation) {}

  /**
   * Takes in what address books say; it stays with the card, and goes when the import is undone.
   */
  static void brought(Tx tx, Collection<Seen> all, ToLongFunction<Seen> number, Instant now)
      throws SQLException {
    List<Brought> words =
        all.stream()
            .flatMap(one ->
                one.annotations().stream().map(each -> new Brought(number.applyAsLong(one), each)))
            .toList();
    if (!words.isEmpty()) {
      tx.run(
          BROUGHT,
          now,
          Column.of("bigint", words, Brought::handle),
          Column.of("text", words, one -> one.annotation().kind().name()),
          Column.of("text", words, one -> one.annotation().words()));
    }
  }

  static boolean add(Tx tx, ContactId contact, Annotation annotation, Instant now)
      throws SQLException {
    Person person = Person.of(tx, contact);
    String kind = annotation.kind().name();
    if (person.unknown() || tx.any(SAID, person.column(), kind, annotation.words())) {
      return false;
    }
    if (annotation.kind() == Annotation.Kind.NAME) {
      tx.run(REMOVE_NAMES, person.column());
    }
    tx.run(ADD, person.root().number(), kind, annotation.words(), now);
    record(tx, contact, annotation, "added");
    return true;
  }

  static boolean remove(Tx tx, ContactId contact, Annotation annotation) throws SQLException {
    Person person = Person.of(tx, contact);
    int gone = tx.run(REMOVE, person.column(), annotation.kind().name(), annotation.words());
    if (gone > 0) {
      record(tx, contact, annotation, "removed");
    }
    return gone > 0;
  }

  private static void record(Tx tx, ContactId contact, Annotation annotation, String change) {
    String kind = annotation.kind().name().toLowerCase(Locale.ROOT);
    tx.audit(new AuditEvent.ContactAnnotated(contact.value().toString(), kind, change));
  }
}
