package dev.moltbot.adapter.postgres.approval;

import dev.moltbot.adapter.postgres.message.MessageBatch;
import dev.moltbot.adapter.postgres.transaction.Keys;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.approval.Approval;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.draft.Draft;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Trait;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Replies the owner sent by hand. Nobody names such a message to us, so the reply is kept under a
 * name of our own until the channel gives it back, and then it takes the channel's: the same words
 * in the same conversation within a day are the same message. Words that the owner changed while
 * pasting are another message, and both are kept.
 */
public final class ByHand {
  /** How far the owner's word and the message's own time may lie apart. */
  static final Duration SAME_WITHIN = Duration.ofDays(1);

  /** How much a service's clock may be behind ours. */
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  private static final String LOCK_ACCOUNT =
      """
      select a.account_id from request r
      join draft d on d.draft_id = r.draft_id
      join conversation c on c.conversation_id = d.conversation_id
      join account a on a.account_id = c.account_id
      where r.request_id = ? for update of a
      """;

  private static final String CLAIM =
      "update approval set claimed_at = granted_at where approval_id = ? and claimed_at is null";

  /** Messages the owner wrote in the draft's conversation since the card was made. */
  private static final String WRITTEN_SINCE =
      """
      select m.native_id, m.body from draft d
      join message m on m.conversation_id = d.conversation_id
      where d.draft_id = ? and m.from_owner and not m.by_us and m.sent_at >= ?
      order by m.sent_at limit 100
      """;

  private static final String WAITING =
      """
      select m.message_id, m.sent_at, m.body, c.native_key from message m
      join conversation c on c.conversation_id = m.conversation_id
      where m.by_hand and m.account_id = ? and m.sent_at between ? and ?
      order by m.sent_at
      """;

  private static final String ADOPT =
      """
      update message set native_key = ?, native_id = ?, sent_at = ?, by_hand = false
      where message_id = ? and not exists (
          select 1 from message o where o.account_id = message.account_id and o.native_key = ?)
      """;

  private ByHand() {}

  /** Before the request is locked, as reading does it: two at once then wait instead of missing. */
  static void lockAccount(Tx tx, UUID request) throws SQLException {
    tx.any(LOCK_ACCOUNT, request);
  }

  /** Settles an approval that was granted in this transaction: the owner has sent its words. */
  static void sent(Tx tx, Approval approval, Draft draft, Instant askedAt) throws SQLException {
    UUID id = approval.id().value();
    tx.run(CLAIM, id);
    String name = seen(tx, draft, askedAt).orElse("by hand " + id);
    if (!Sending.end(tx, id, "delivered", name, approval.grantedAt())) {
      throw new IllegalStateException("approval " + id + " had ended before it was granted");
    }
    String channel = draft.to().conversation().channel().value();
    tx.audit(new AuditEvent.SentByHand(id.toString(), approval.digest().hex(), channel));
  }

  /** The message's own name, where it was read before the owner told us. */
  private static Optional<String> seen(Tx tx, Draft draft, Instant askedAt) throws SQLException {
    record Written(String id, String words) {}
    String words = plain(draft.text().value());
    return tx
        .all(
            WRITTEN_SINCE,
            row -> new Written(row.text("native_id"), row.text("body")),
            draft.id().value(),
            askedAt.minus(CLOCKS_DIFFER))
        .stream()
        .filter(one -> plain(one.words()).equals(words))
        .map(Written::id)
        .findFirst();
  }

  private record Waiting(long message, Instant sentAt, String words, UUID conversation) {
    boolean is(InboundMessage read) {
      return conversation.equals(Keys.of(read.conversation().nativeId()))
          && Duration.between(sentAt, MessageBatch.bounded(read.sentAt()))
                  .abs()
                  .compareTo(SAME_WITHIN)
              <= 0
          && words.equals(plain(read.content().text().reveal()));
    }

    static Waiting read(Row row) throws SQLException {
      return new Waiting(
          row.number("message_id"),
          row.instant("sent_at"),
          plain(row.text("body")),
          row.uuid("native_key"));
    }
  }

  /** Gives replies sent by hand the name they are read under, so that the batch adds none twice. */
  public static void adopt(Tx tx, long account, Collection<InboundMessage> read)
      throws SQLException {
    List<InboundMessage> owners =
        read.stream().filter(message -> message.has(Trait.FROM_OWNER)).toList();
    if (owners.isEmpty()) {
      return;
    }
    Instant first = owners.stream().map(InboundMessage::sentAt).min(Instant::compareTo).get();
    Instant last = owners.stream().map(InboundMessage::sentAt).max(Instant::compareTo).get();
    List<Waiting> waiting =
        new ArrayList<>(
            tx.all(
                WAITING,
                Waiting::read,
                account,
                MessageBatch.bounded(first).minus(SAME_WITHIN),
                MessageBatch.bounded(last).plus(SAME_WITHIN)));
    for (InboundMessage message : owners) {
      adopt(tx, waiting, message);
    }
  }

  private static void adopt(Tx tx, List<Waiting> waiting, InboundMessage read) throws SQLException {
    for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
      Waiting one = each.next();
      if (one.is(read)) {
        UUID key = Keys.of(read.id().nativeId());
        tx.run(
            ADOPT,
            key,
            read.id().nativeId(),
            MessageBatch.bounded(read.sentAt()),
            one.message(),
            key);
        each.remove();
        return;
      }
    }
  }

  /** The words without what a text field may change about them. */
  private static String plain(String words) {
    return Normalizer.normalize(words, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
  }
}
