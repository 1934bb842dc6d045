package dev.moltbot.adapter.postgres;

import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.contact.Annotation;
import dev.moltbot.domain.contact.ContactId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;

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

  private Annotations() {}

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
