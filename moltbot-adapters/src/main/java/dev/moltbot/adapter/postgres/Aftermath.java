package dev.moltbot.adapter.postgres;

import dev.moltbot.adapter.postgres.approval.PostgresLeftovers;
import dev.moltbot.adapter.postgres.approval.Sending;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.audit.AuditEvent;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a restored database must not believe: that nothing happened since the backup. Approved
 * replies may have gone out, cards may have been answered; and the machine the backup was made on
 * may still be at work.
 */
final class Aftermath {
  static final String REASON = "restored from a backup; what happened after it is not known";

  /** By whom a restored Moltbot is paused. */
  static final String PAUSED_BY = "restore";

  private static final String PAUSE =
      "insert into pause (paused_by, paused_at) values (?, ?) on conflict do nothing";

  /** As if a send had begun: nobody else may take it any more. */
  private static final String CLAIM =
      "update approval set claimed_at = greatest(granted_at, ?::timestamptz)"
          + " where claimed_at is null";

  /** Cards are left as they look: nobody knows what they show by now. */
  private static final String CLOSE =
      """
      update request set state = 'expired', state_at = ?,
          shown_state = case when shown_state is null then null else 'expired' end
      where state in ('opening', 'open')
      returning request_id
      """;

  private static final String QUESTIONS =
      """
      update question set state = 'failed', state_at = ?, reason = ?, due_at = ?
      where state in ('open', 'answered')
      returning question_id
      """;

  /**
   * What was in flight.
   *
   * @param unknown approved replies that may have been sent
   * @param closed questions that were before the owner
   */
  record Told(int unknown, int closed) {}

  private Aftermath() {}

  /** First of all: a restored Moltbot does nothing before the owner has looked at it. */
  static void pause(Tx tx, Instant now) throws SQLException {
    tx.run(PAUSE, PAUSED_BY, now);
  }

  static Told settle(Tx tx, AuditEvent.Restored event, Instant now) throws SQLException {
    tx.audit(event);
    tx.audit(new AuditEvent.Paused(PAUSED_BY));
    for (String free : PostgresLeftovers.FREE) {
      tx.run(free);
    }
    tx.run(CLAIM, now);
    int unknown = Sending.abandon(tx, Duration.ZERO, REASON, now);
    List<UUID> closed = tx.all(CLOSE, row -> row.uuid("request_id"), now);
    for (UUID request : closed) {
      tx.audit(new AuditEvent.RequestClosed(request.toString(), REASON));
    }
    for (UUID question : tx.all(QUESTIONS, row -> row.uuid("question_id"), now, REASON, now)) {
      tx.audit(new AuditEvent.QuestionFailed(question.toString(), REASON));
    }
    return new Told(unknown, closed.size());
  }
}
