package dev.moltbot.adapter.postgres.contact;

import dev.moltbot.adapter.postgres.transaction.Column;
import dev.moltbot.adapter.postgres.transaction.Keys;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.contact.Pair;
import dev.moltbot.port.Split;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the owner says about who is one person and who is not. */
final class Merging {
  private static final String LINK =
      """
      insert into link (first_id, second_id, evidence, linked_at)
      select g.*, 'OWNER_SAID', ?::timestamptz from unnest(?::bigint[], ?::bigint[]) as g (one, other)
      """;

  private static final String UNLINK =
      """
      delete from link where evidence = 'OWNER_SAID'
          and (first_id = any(?) and second_id = any(?) or first_id = any(?) and second_id = any(?))
      """;

  private static final String KEEP_APART =
      """
      insert into apart (first_id, second_id, said_at)
      select g.*, ?::timestamptz from unnest(?::bigint[], ?::bigint[]) as g (one, other)
      on conflict on constraint apart_once do nothing
      """;

  private static final String CONTACTS =
      "select distinct contact_id from handle where handle_id = any(?) order by contact_id";

  private static final String CONTACT_OF = "select contact_id from handle where handle_key = ?";

  private Merging() {}

  static Optional<ContactId> merge(Tx tx, ContactId one, ContactId other, Instant now)
      throws SQLException {
    Linking.lock(tx);
    Person first = Person.of(tx, one);
    Person second = Person.of(tx, other);
    if (first.unknown() || second.unknown()) {
      return Optional.empty();
    }
    if (one.equals(other)) {
      return Optional.of(one);
    }
    Nodes nodes = Person.nodes(List.of(first, second));
    // Each pair that was kept apart needs the owner's word; else it would still hold the rest off.
    Set<Pair> links = new HashSet<>(nodes.apart(tx));
    links.retainAll(first.with(second));
    if (links.isEmpty()) {
      links.add(Pair.of(first.root().node(), second.root().node()));
    }
    tx.run(LINK, now, nodes.numbersOf(links, false), nodes.numbersOf(links, true));
    Labels.around(tx, first.numbers());
    ContactId kept = one.compareTo(other) < 0 ? one : other;
    String merged = (kept.equals(one) ? other : one).value().toString();
    tx.audit(new AuditEvent.ContactsLinked(kept.value().toString(), merged, "OWNER_SAID"));
    return Optional.of(kept);
  }

  static Split split(Tx tx, ContactId contact, Set<Handle> out, Instant now) throws SQLException {
    Linking.lock(tx);
    Person whole = Person.of(tx, contact);
    if (whole.unknown()) {
      return new Split.NoSuchPerson();
    }
    if (out.isEmpty()) {
      return takeBack(tx, whole);
    }
    var leaving = new ArrayList<>(whole.members());
    leaving.removeIf(one -> !out.contains(one.handle()));
    if (leaving.size() != out.size() || leaving.size() == whole.members().size()) {
      return new Split.NotAPart();
    }
    var staying = new ArrayList<>(whole.members());
    staying.removeAll(leaving);
    return part(tx, whole, new Person(contact, leaving), new Person(contact, staying), now);
  }

  /** All that the owner merged here. */
  private static Split takeBack(Tx tx, Person whole) throws SQLException {
    Column all = whole.column();
    if (tx.run(UNLINK, all, all, all, all) == 0) {
      return new Split.NothingMerged();
    }
    Labels.around(tx, whole.numbers());
    return parted(tx, whole, 0);
  }

  private static Split part(Tx tx, Person whole, Person leaving, Person staying, Instant now)
      throws SQLException {
    tx.run(UNLINK, leaving.column(), staying.column(), staying.column(), leaving.column());
    Labels.around(tx, whole.numbers());
    Set<ContactId> still = new HashSet<>(contacts(tx, leaving));
    still.retainAll(contacts(tx, staying));
    if (still.isEmpty()) {
      return parted(tx, whole, 0);
    }
    Set<Pair> pairs = leaving.with(staying);
    keepApart(tx, Person.nodes(List.of(whole)), pairs, now);
    settle(tx, whole.numbers(), now);
    return parted(tx, whole, pairs.size());
  }

  private static List<ContactId> contacts(Tx tx, Person person) throws SQLException {
    return tx.all(CONTACTS, row -> new ContactId(row.uuid("contact_id")), person.column());
  }

  private static Split parted(Tx tx, Person whole, int keptApart) throws SQLException {
    List<ContactId> people = contacts(tx, whole);
    String id = whole.id().value().toString();
    tx.audit(new AuditEvent.ContactSplit(id, people.size(), keptApart));
    return new Split.Parted(people, keptApart > 0);
  }

  private static void keepApart(Tx tx, Nodes nodes, Collection<Pair> pairs, Instant now)
      throws SQLException {
    tx.run(KEEP_APART, now, nodes.numbersOf(pairs, false), nodes.numbersOf(pairs, true));
  }

  /** Links first: a mark that several show joins the rest by others of them. */
  private static void settle(Tx tx, List<Long> handles, Instant now) throws SQLException {
    Linking.around(tx, handles, now);
    Labels.around(tx, handles);
  }

  static boolean refuse(Tx tx, Handle one, Handle other, Instant now) throws SQLException {
    Linking.lock(tx);
    Optional<ContactId> first = contactOf(tx, one);
    Optional<ContactId> second = contactOf(tx, other);
    if (first.isEmpty() || second.isEmpty() || first.equals(second)) {
      return false;
    }
    Person left = Person.of(tx, first.get());
    Person right = Person.of(tx, second.get());
    Nodes nodes = Person.nodes(List.of(left, right));
    keepApart(tx, nodes, List.of(Pair.of(ContactId.of(one), ContactId.of(other))), now);
    var handles = new ArrayList<>(left.numbers());
    handles.addAll(right.numbers());
    settle(tx, handles, now);
    tx.audit(
        new AuditEvent.MergeRefused(left.id().value().toString(), right.id().value().toString()));
    return true;
  }

  private static Optional<ContactId> contactOf(Tx tx, Handle handle) throws SQLException {
    return tx.first(CONTACT_OF, row -> new ContactId(row.uuid("contact_id")), Keys.of(handle));
  }
}
