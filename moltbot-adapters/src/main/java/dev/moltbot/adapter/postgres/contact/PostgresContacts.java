package dev.moltbot.adapter.postgres.contact;

import dev.moltbot.adapter.postgres.transaction.Database;
import dev.moltbot.adapter.postgres.transaction.Keys;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.contact.Annotation;
import dev.moltbot.domain.contact.Contact;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.contact.Identity;
import dev.moltbot.domain.contact.Relationship;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.port.Contacts;
import dev.moltbot.port.Exported;
import dev.moltbot.port.Forgotten;
import dev.moltbot.port.Split;
import dev.moltbot.port.Suggestion;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The contact graph in its tables. Thread-safe. */
public final class PostgresContacts implements Contacts {
  private static final String HANDLES =
      """
      select h.channel, h.value, h.contact_id, h.name
      from handle h
      where h.contact_id = (select contact_id from handle where handle_key = ?)
      order by h.named_at desc
      """;

  private final Database database;

  public PostgresContacts(Database database) {
    this.database = database;
  }

  private record Known(ContactId id, UntrustedText name, Handle handle) {
    static Known read(Row row) throws SQLException {
      return new Known(
          new ContactId(row.uuid("contact_id")),
          new UntrustedText(row.text("name")),
          new Handle(new ChannelId(row.text("channel")), row.text("value")));
    }
  }

  @Override
  public Optional<Contact> contactOf(Handle handle) {
    List<Known> rows = database.look(tx -> tx.all(HANDLES, Known::read, Keys.of(handle)));
    Set<Handle> handles = rows.stream().map(Known::handle).collect(Collectors.toSet());
    return rows.stream().findFirst().map(row -> new Contact(row.id(), row.name(), handles));
  }

  @Override
  public int observe(Collection<Identity> people, String source, Instant now) {
    return database.change(now, tx -> observe(tx, people, source, now));
  }

  private static int observe(Tx tx, Collection<Identity> people, String source, Instant now)
      throws SQLException {
    ContactRows.Observed observed = ContactRows.observe(tx, people, now);
    if (observed.added() > 0) {
      tx.audit(new AuditEvent.ContactsObserved(source, observed.added()));
    }
    return observed.added();
  }

  @Override
  public Optional<ContactId> merge(ContactId one, ContactId other, Instant now) {
    return database.change(now, tx -> Merging.merge(tx, one, other, now));
  }

  @Override
  public Split split(ContactId contact, Set<Handle> out, Instant now) {
    return database.change(now, tx -> Merging.split(tx, contact, out, now));
  }

  @Override
  public List<Suggestion> suggestions(int limit) {
    return database.look(tx -> Suggesting.list(tx, limit));
  }

  @Override
  public boolean refuse(Handle one, Handle other, Instant now) {
    return database.change(now, tx -> Merging.refuse(tx, one, other, now));
  }

  @Override
  public boolean annotate(ContactId contact, Annotation annotation, Instant now) {
    return database.change(now, tx -> Annotations.add(tx, contact, annotation, now));
  }

  @Override
  public boolean unannotate(ContactId contact, Annotation annotation, Instant now) {
    return database.change(now, tx -> Annotations.remove(tx, contact, annotation));
  }

  @Override
  public Forgotten forget(ContactId contact, Instant now) {
    return database.change(now, tx -> Forgetting.forget(tx, contact, now));
  }

  @Override
  public List<Exported> export(ContactId after, int limit) {
    return database.look(tx -> Exporting.people(tx, after.value(), limit));
  }

  @Override
  public Relationship relationship(Handle handle) {
    return database.look(tx -> People.relationship(tx, handle));
  }

  @Override
  public long size() {
    String sql = "select count(*) as people from handle where handle_key = contact_id";
    return database.look(tx -> tx.one(sql, row -> row.number("people")));
  }
}
