package dev.moltbot.adapter.postgres.intake;

import dev.moltbot.adapter.postgres.message.MessageBatch;
import dev.moltbot.adapter.postgres.transaction.Column;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.triage.Category;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What new messages mean for their conversations: whose turn it is, and that open questions about
 * them are out of date. Only a new *last* message means anything; history that comes in late does
 * not.
 */
final class Turns {
  private static final String LAST =
      """
      select l.* from unnest(?::bigint[]) as c (conversation_id)
      cross join lateral (
          select m.conversation_id, m.message_id, m.placed_at, m.from_owner, m.worth_drafting,
              m.category
          from message m where m.conversation_id = c.conversation_id
          order by m.placed_at desc, m.message_id desc limit 1) l
      """;

  /** A rewrite that the owner asked for keeps its place, now answering the newer message. */
  private static final String DUE =
      """
      update conversation c
      set due_at = ?, waiting_since = g.since, lease = nextval('lease_number'), lease_until = null,
          urgency = case when c.previous <> '' then 0 else g.urgency end
      from unnest(?::bigint[], ?::timestamptz[], ?::integer[]) as g (id, since, urgency)
      where c.conversation_id = g.id
      """;

  private static final String NOT_DUE =
      """
      update conversation
      set due_at = null, waiting_since = null, lease = nextval('lease_number'), lease_until = null,
          instruction = '', previous = ''
      where conversation_id = any(?)
      """;

  private static final String CLOSE =
      """
      update request r set state = ?, state_at = ?
      from draft d
      where d.draft_id = r.draft_id and d.conversation_id = any(?)
          and r.state in ('opening', 'open')
      returning r.request_id
      """;

  private static final String NOT_ASKED =
      "update draft set ask_at = null where ask_at is not null and conversation_id = any(?)";

  private static final String WAITING =
      """
      select conversation_id as id from conversation
      where conversation_id = any(?::bigint[]) and due_at is not null
      union select d.conversation_id from draft d
      join request r on r.draft_id = d.draft_id and r.state in ('opening', 'open')
      where d.conversation_id = any(?::bigint[])
      """;

  private Turns() {}

  private record Last(
      long conversation,
      long message,
      Instant placedAt,
      boolean fromOwner,
      boolean worthDrafting,
      Category category) {

    boolean due() {
      return !fromOwner && worthDrafting;
    }

    int urgency() {
      return category == Category.URGENT ? 1 : 2;
    }

    static Last read(Row row) throws SQLException {
      return new Last(
          row.number("conversation_id"),
          row.number("message_id"),
          row.instant("placed_at"),
          row.yes("from_owner"),
          row.yes("worth_drafting"),
          Category.valueOf(row.text("category")));
    }
  }

  static void taken(Tx tx, List<MessageBatch.Added> added, Instant now) throws SQLException {
    if (added.isEmpty()) {
      return;
    }
    List<Last> moved = moved(tx, added);
    due(tx, moved.stream().filter(Last::due).toList(), now);
    tx.run(NOT_DUE, ids(moved.stream().filter(last -> !last.due()).toList()));
    close(tx, moved.stream().filter(Last::fromOwner).toList(), "elsewhere", now);
    close(tx, moved.stream().filter(last -> !last.fromOwner()).toList(), "replaced", now);
    tx.run(NOT_ASKED, ids(moved));
  }

  /** The conversations whose last message is one of these. */
  private static List<Last> moved(Tx tx, List<MessageBatch.Added> added) throws SQLException {
    var fresh = added.stream().map(MessageBatch.Added::message).collect(Collectors.toSet());
    var touched = added.stream().map(MessageBatch.Added::conversation).distinct().sorted().toList();
    return tx.all(LAST, Last::read, numbers(touched)).stream()
        .filter(last -> fresh.contains(last.message()))
        .toList();
  }

  /** An export never leaves work, but it may hold the owner's answer to what waits for one. */
  static void imported(Tx tx, List<MessageBatch.Added> added, Instant now) throws SQLException {
    var touched = added.stream().map(MessageBatch.Added::conversation).distinct().sorted().toList();
    if (touched.isEmpty()) {
      return;
    }
    var waiting = tx.all(WAITING, row -> row.number("id"), numbers(touched), numbers(touched));
    var inWaiting = added.stream().filter(one -> waiting.contains(one.conversation())).toList();
    var answered = moved(tx, inWaiting).stream().filter(Last::fromOwner).toList();
    if (!answered.isEmpty()) {
      tx.run(NOT_DUE, ids(answered));
      close(tx, answered, "elsewhere", now);
      tx.run(NOT_ASKED, ids(answered));
    }
  }

  private static void due(Tx tx, List<Last> due, Instant now) throws SQLException {
    if (!due.isEmpty()) {
      Column since = Column.of("timestamptz", due, Last::placedAt);
      tx.run(DUE, now, ids(due), since, Column.of("integer", due, Last::urgency));
      tx.leavesWork();
    }
  }

  private static void close(Tx tx, List<Last> moved, String state, Instant now)
      throws SQLException {
    String reason = state.equals("replaced") ? "a newer message came" : "the owner wrote elsewhere";
    for (var request : tx.all(CLOSE, row -> row.uuid("request_id"), state, now, ids(moved))) {
      tx.audit(new AuditEvent.RequestClosed(request.toString(), reason));
      tx.leavesWork();
    }
  }

  private static Column numbers(List<Long> ids) {
    return Column.of("bigint", ids, id -> id);
  }

  private static Column ids(Collection<Last> moved) {
    return Column.of("bigint", moved, Last::conversation);
  }
}
