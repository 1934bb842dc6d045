package dev.moltbot.adapter.postgres.approval;

import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.approval.ApprovalId;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.draft.Draft;
import dev.moltbot.domain.draft.DraftId;
import dev.moltbot.domain.triage.Category;
import dev.moltbot.port.Approvals.Doubt;
import dev.moltbot.port.SendAttempt;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Sends that nobody knows the outcome of, until the channel or the owner clears them up. */
final class Doubts {
  private static final String NEXT =
      """
      update approval set look_at = ?, looks = looks + 1
      where approval_id = (
          select approval_id from approval where look_at <= ?
          order by look_at for update skip locked limit 1)
      returning approval_id, draft_id, claimed_at, looks - 1 as looks
      """;

  /** Ends the looking, once; whoever comes second finds nothing to do. */
  private static final String LOOK_NO_MORE =
      "update approval set look_at = null where approval_id = ? and look_at is not null";

  private Doubts() {}

  static Optional<Doubt> next(Tx tx, Duration lease, Instant now) throws SQLException {
    record Due(UUID approval, UUID draft, Instant claimedAt, int looks) {}
    var due =
        tx.first(
            NEXT,
            row ->
                new Due(
                    row.uuid("approval_id"),
                    row.uuid("draft_id"),
                    row.instant("claimed_at"),
                    (int) row.number("looks")),
            now.plus(lease),
            now);
    if (due.isEmpty()) {
      return Optional.empty();
    }
    Draft draft = DraftRows.load(tx, due.get().draft());
    var id = new ApprovalId(due.get().approval());
    var attempt = new SendAttempt(id, draft, due.get().claimedAt());
    return Optional.of(new Doubt(attempt, due.get().looks()));
  }

  static void resolve(Tx tx, Doubt doubt, String nativeMessageId, Instant now) throws SQLException {
    SendAttempt attempt = doubt.attempt();
    UUID id = attempt.approval().value();
    if (Sending.end(tx, id, "delivered", nativeMessageId, now)) {
      String digest = attempt.draft().digest().hex();
      String channel = attempt.draft().to().conversation().channel().value();
      tx.audit(new AuditEvent.DoubtResolved(id.toString(), "found at the channel"));
      tx.audit(new AuditEvent.MessageSent(id.toString(), digest, channel));
    }
  }

  static void askAgain(Tx tx, Doubt doubt, DraftId fresh, String note, Instant now)
      throws SQLException {
    UUID id = doubt.attempt().approval().value();
    if (tx.run(LOOK_NO_MORE, id) == 0) {
      return;
    }
    tx.audit(new AuditEvent.DoubtResolved(id.toString(), "the owner is asked"));
    Draft draft = doubt.attempt().draft();
    var copy =
        tx.one(
            "select author, category from draft where draft_id = ?",
            row ->
                new DraftRows.Copy(
                    draft.text(),
                    row.text("author"),
                    note,
                    Category.valueOf(row.text("category")),
                    true),
            draft.id().value());
    DraftRows.copy(tx, draft, fresh, copy, now);
  }
}
