package dev.moltbot.adapter.postgres.contact;

import dev.moltbot.adapter.postgres.transaction.Column;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.port.Forgotten;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Erases a person. What others wrote to a group stays as it is, also where it speaks of them;
 * backups made before still have them.
 */
final class Forgetting {
  /** Conversations in which only they and the owner wrote, to each other and to no list. */
  private static final String DIRECT =
      """
      select c.conversation_id from (
          select distinct conversation_id from message where handle_id = any(?)
          union
          select m.conversation_id from message m join addressed d on d.message_id = m.message_id
          where d.handle_id = any(?)) c
      where not exists (
          select from message o where o.conversation_id = c.conversation_id
              and (not o.from_owner and (o.handle_id is null or o.handle_id <> all(?))
                  or o.traits && '{DISCUSSION}'::text[]))
          and not exists (
              select from message o join addressed d on d.message_id = o.message_id
              where o.conversation_id = c.conversation_id and d.handle_id <> all(?))
      """;

  private static final String DRAFTS =
      """
      select d.draft_id from draft d join message m on m.message_id = d.answering
      where d.conversation_id = any(?) or m.handle_id = any(?)
      """;

  private static final String BEING_SENT =
      """
      select 1 from approval
      where draft_id = any(?) and claimed_at is not null and outcome is null limit 1
      """;

  private static final List<String> WITH_DRAFTS =
      List.of(
          "delete from card_part where request_id in (select request_id from request where draft_id"
              + " = any(?))",
          "delete from approval where draft_id = any(?)",
          "delete from request where draft_id = any(?)",
          "update draft set repeats = null where repeats = any(?)",
          "delete from draft where draft_id = any(?)");

  /** Also what the owner wrote to nobody else, in whatever conversation. */
  private static final String MESSAGES =
      """
      delete from message m
      where m.conversation_id = any(?)
          or m.from_owner and m.message_id in (
              select a.message_id from addressed a
              where a.handle_id = any(?) and not exists (
                  select from addressed b
                  where b.message_id = a.message_id and b.handle_id <> all(?)))
      """;

  private static final String WORDS =
      """
      delete from message_words where message_id in (
          select message_id from message where handle_id = any(?))
      """;

  /** Somebody wrote here, and nothing says who or what; the key keeps it from being read again. */
  private static final String EMPTY =
      """
      update message set handle_id = null, sender = 'forgotten', sender_name = '',
          reply_to = '{forgotten}', subject = '', body = '', reference = '', ancestors = '{}',
          findings = '{}', reason = '', worth_drafting = false, native_id = native_key::text
      where handle_id = any(?)
      returning conversation_id
      """;

  /** A draft that is due would answer nothing. */
  private static final String NOT_DUE =
      """
      update conversation c set due_at = null, waiting_since = null, instruction = '',
          previous = '', lease = nextval('lease_number'), lease_until = null
      where c.conversation_id = any(?) and (
          select m.sender from message m where m.conversation_id = c.conversation_id
          order by m.placed_at desc, m.message_id desc limit 1) = 'forgotten'
      """;

  private static final String CONVERSATIONS =
      """
      delete from conversation c
      where not exists (select from message m where m.conversation_id = c.conversation_id)
          and not exists (select from draft d where d.conversation_id = c.conversation_id)
          and c.conversation_id = any(?)
      """;

  private static final String NEIGHBOURS =
      """
      select distinct o.handle_id from mark m join mark o on o.mark_key = m.mark_key
      where m.handle_id = any(?) and o.handle_id <> all(?)
      """;

  private final Tx tx;
  private final Person person;
  private final Column handles;

  private Forgetting(Tx tx, Person person) {
    this.tx = tx;
    this.person = person;
    this.handles = person.column();
  }

  static Forgotten forget(Tx tx, ContactId contact, Instant now) throws SQLException {
    Linking.lock(tx);
    Person person = Person.of(tx, contact);
    return person.unknown() ? new Forgotten.NoSuchPerson() : new Forgetting(tx, person).forget(now);
  }

  private Forgotten forget(Instant now) throws SQLException {
    Column direct =
        ids(
            tx.all(
                DIRECT, row -> row.number("conversation_id"), handles, handles, handles, handles));
    List<UUID> drafts = tx.all(DRAFTS, row -> row.uuid("draft_id"), direct, handles);
    Column doomed = Column.of("uuid", drafts, id -> id);
    if (tx.any(BEING_SENT, doomed)) {
      return new Forgotten.BeingAnswered();
    }
    for (String delete : WITH_DRAFTS) {
      tx.run(delete, doomed);
    }
    Column left = conversations(direct);
    long messages = tx.run(MESSAGES, direct, handles, handles);
    tx.run(WORDS, handles);
    List<Long> emptied = tx.all(EMPTY, row -> row.number("conversation_id"), handles);
    tx.run(NOT_DUE, ids(emptied.stream().distinct().toList()));
    tx.run(CONVERSATIONS, left);
    new Mentions(tx, person).erase();
    people(now);
    var erased =
        new Forgotten.Erased(person.members().size(), messages, emptied.size(), drafts.size());
    tx.audit(
        new AuditEvent.ContactForgotten(
            erased.handles(), erased.messages(), erased.emptied(), erased.drafts()));
    return erased;
  }

  /** All conversations that may be empty afterwards. */
  private Column conversations(Column direct) throws SQLException {
    return ids(
        tx.all(
            """
            select unnest(?::bigint[]) as conversation_id
            union
            select m.conversation_id from message m join addressed d on d.message_id = m.message_id
            where d.handle_id = any(?)
            """,
            row -> row.number("conversation_id"),
            direct,
            handles));
  }

  /** Marks, details, links, annotations and the rest go with the handles. */
  private void people(Instant now) throws SQLException {
    List<Long> neighbours = tx.all(NEIGHBOURS, row -> row.number("handle_id"), handles, handles);
    tx.run("delete from handle where handle_id = any(?)", handles);
    Linking.around(tx, neighbours, now);
  }

  private static Column ids(List<Long> ids) {
    return Column.of("bigint", ids, id -> id);
  }
}
