package dev.moltbot.adapter.postgres.message;

import dev.moltbot.adapter.postgres.transaction.Column;
import dev.moltbot.adapter.postgres.transaction.Keys;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Sender;
import dev.moltbot.domain.message.Trait;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Whom the owner's messages went to: as their channel says, else the others of a conversation of
 * few. Not to groups and lists.
 */
public final class Addressing {
  private static final String NAMED =
      """
      insert into addressed (handle_id, placed_at, message_id)
      select h.handle_id, m.placed_at, m.message_id
      from unnest(?::uuid[], ?::uuid[]) as g (native_key, handle_key)
      join message m on m.account_id = ? and m.native_key = g.native_key
      join handle h on h.handle_key = g.handle_key
      on conflict on constraint addressed_once do nothing
      """;

  private static final String OTHERS =
      """
      with mine as (
          select m.message_id, m.placed_at, m.conversation_id
          from message m
          where m.message_id = any(?) and m.from_owner and not m.traits && '{DISCUSSION,BULK}'
              and not exists (select from addressed d where d.message_id = m.message_id)),
      others as (
          select t.conversation_id, array_agg(distinct t.handle_id) as handles
          from message t
          where t.conversation_id in (select conversation_id from mine) and t.handle_id is not null
          group by t.conversation_id)
      insert into addressed (handle_id, placed_at, message_id)
      select unnest(o.handles), m.placed_at, m.message_id
      from mine m
      join others o on o.conversation_id = m.conversation_id
      where cardinality(o.handles) <= %d
      on conflict on constraint addressed_once do nothing
      """
          .formatted(InboundMessage.MAX_AUDIENCE);

  private static final String SENT =
      """
      insert into addressed (handle_id, placed_at, message_id)
      select a.handle_id, m.placed_at, m.message_id
      from approval p
      join draft d on d.draft_id = p.draft_id
      join message a on a.message_id = d.answering
      join message m on m.account_id = a.account_id and m.native_key = ?
      where p.approval_id = ? and a.handle_id is not null
          and not a.traits && '{DISCUSSION,BULK}'
      on conflict on constraint addressed_once do nothing
      """;

  private Addressing() {}

  private record Named(InboundMessage message, Sender person) {}

  /**
   * Notes it for a batch.
   *
   * @param added those that were not there before
   */
  public static void note(
      Tx tx, long account, List<InboundMessage> messages, List<MessageBatch.Added> added)
      throws SQLException {
    var named = new ArrayList<Named>();
    boolean unnamed = false;
    for (InboundMessage one : messages) {
      if (one.has(Trait.FROM_OWNER)) {
        one.audience().forEach(person -> named.add(new Named(one, person)));
        unnamed |= one.audience().isEmpty();
      }
    }
    if (!named.isEmpty()) {
      tx.run(
          NAMED,
          Column.of("uuid", named, one -> Keys.of(one.message().id().nativeId())),
          Column.of(
              "uuid", named, one -> Keys.of(MessageBatch.handle(one.message(), one.person()))),
          account);
    }
    if (unnamed && !added.isEmpty()) {
      tx.run(OTHERS, Column.of("bigint", added, MessageBatch.Added::message));
    }
  }

  /** Notes whom a reply of ours answered. */
  public static void sent(Tx tx, UUID approval, UUID reply) throws SQLException {
    tx.run(SENT, reply, approval);
  }
}
