package dev.moltbot.adapter.postgres.contact;

import dev.moltbot.adapter.postgres.transaction.Column;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.contact.Pair;
import dev.moltbot.domain.message.ChannelId;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One contact's handles, as they are in this transaction. */
record Person(ContactId id, List<Member> members) {
  private static final String MEMBERS =
      """
      select handle_id, handle_key, channel, value from handle where contact_id = ?
      order by handle_key for update
      """;

  /** A handle with the number of its row. */
  record Member(long number, ContactId node, Handle handle) {
    static Member read(Row row) throws SQLException {
      return new Member(
          row.number("handle_id"),
          new ContactId(row.uuid("handle_key")),
          new Handle(new ChannelId(row.text("channel")), row.text("value")));
    }
  }

  /** Without members when nobody has this id, or has it no more. */
  static Person of(Tx tx, ContactId id) throws SQLException {
    return new Person(id, tx.all(MEMBERS, Member::read, id.value()));
  }

  boolean unknown() {
    return members.isEmpty();
  }

  /** The handle that the contact has its id from. */
  Member root() {
    return members.getFirst();
  }

  List<Long> numbers() {
    return members.stream().map(Member::number).toList();
  }

  Column column() {
    return Column.of("bigint", members, Member::number);
  }

  static Nodes nodes(Collection<Person> people) {
    var nodes = new Nodes();
    people.forEach(person -> person.members().forEach(one -> nodes.add(one.number(), one.node())));
    return nodes;
  }

  /** All pairs of one of ours and one of theirs. */
  Set<Pair> with(Person other) {
    var pairs = new HashSet<Pair>();
    members.forEach(
        one -> other.members.forEach(two -> pairs.add(Pair.of(one.node(), two.node()))));
    return pairs;
  }
}
