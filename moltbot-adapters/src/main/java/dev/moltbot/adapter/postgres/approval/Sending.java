package dev.moltbot.adapter.postgres.approval;

import dev.moltbot.adapter.postgres.message.Addressing;
import dev.moltbot.adapter.postgres.transaction.Keys;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.approval.Approval;
import dev.moltbot.domain.approval.ApprovalId;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.draft.DraftDigest;
import dev.moltbot.port.Approvals.Claim;
import dev.moltbot.port.SendOutcome;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Taking approvals for sending, and how the sends ended. */
public final class Sending {
  private static final String CLAIM =
      """
      update approval set claimed_at = greatest(granted_at, ?::timestamptz)
      where approval_id = (
          select approval_id from approval where claimed_at is null
          order by granted_at for update skip locked limit 1)
      returning approval_id, draft_id, digest, granted_at, expires_at
      """;

  /** What was settled stays settled, except that an unknown outcome may become known. */
  private static final String SETTLE =
      """
      update approval
      set outcome = ?, detail = ?, settled_at = greatest(claimed_at, ?::timestamptz), look_at = ?
      where approval_id = ? and claimed_at is not null
          and (outcome is null or (outcome = 'unknown' and ? <> 'unknown'))
      returning request_id
      """;

  private static final String ABANDONED =
      "select approval_id, digest from approval where claimed_at <= ? and outcome is null"
          + " order by claimed_at for update skip locked";

  private static final String REPEATS =
      "select draft_id from draft where repeats = (select draft_id from approval where"
          + " approval_id = ?)";

  /**
   * The reply becomes a message of its conversation, right after the one it answers: what came
   * meanwhile is still waiting. Where the channel gives it back when read, it is there already.
   */
  private static final String KEEP =
      """
      insert into message (account_id, conversation_id, native_key, native_id, sent_at, placed_at,
          from_owner, worth_drafting, repaired, category, certain, reason, sender, sender_name,
          reply_to, subject, body, reference, ancestors, traits, findings, by_us, by_hand)
      select m.account_id, m.conversation_id, ?, ?, ?,
          least(m.placed_at + interval '1 microsecond', ?::timestamptz), true, false, false, 'FYI',
          true, 'sent by Moltbot', a.name, '', array[a.name], d.subject, d.words, '', '{}',
          array['FROM_OWNER'], '{}', true, d.by_hand
      from approval p
      join draft d on d.draft_id = p.draft_id
      join message m on m.message_id = d.answering
      join account a on a.account_id = m.account_id
      where p.approval_id = ?
      on conflict on constraint message_once do nothing
      """;

  private static final String CARD =
      "update request set state = ?, state_at = ?, reason = ? where request_id = ?";

  private Sending() {}

  static Optional<Claim> claim(Tx tx, Instant now) throws SQLException {
    record Taken(Approval approval, UUID draft) {}
    var taken = tx.first(CLAIM, row -> new Taken(approval(row), row.uuid("draft_id")), now);
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    Approval approval = taken.get().approval();
    String id = approval.id().value().toString();
    tx.audit(new AuditEvent.SendClaimed(id, approval.digest().hex()));
    return Optional.of(new Claim(approval, DraftRows.load(tx, taken.get().draft())));
  }

  private static Approval approval(Row row) throws SQLException {
    return new Approval(
        new ApprovalId(row.uuid("approval_id")),
        new DraftDigest(row.text("digest")),
        row.instant("granted_at"),
        row.instant("expires_at"));
  }

  static void settle(Tx tx, Claim claim, SendOutcome outcome, Instant at) throws SQLException {
    UUID approval = claim.approval().id().value();
    String digest = claim.approval().digest().hex();
    String channel = claim.draft().to().conversation().channel().value();
    switch (outcome) {
      case SendOutcome.Delivered(String id) -> {
        if (end(tx, approval, "delivered", id, at)) {
          tx.audit(new AuditEvent.MessageSent(approval.toString(), digest, channel));
        }
      }
      case SendOutcome.Refused(String reason) -> {
        if (end(tx, approval, "refused", reason, at)) {
          tx.audit(new AuditEvent.SendRefused(approval.toString(), digest, reason));
        }
      }
      case SendOutcome.Unknown(String reason) -> unknown(tx, approval, digest, reason, at);
    }
  }

  private static void unknown(Tx tx, UUID approval, String digest, String reason, Instant at)
      throws SQLException {
    if (end(tx, approval, "unknown", reason, at)) {
      tx.audit(new AuditEvent.SendUnknown(approval.toString(), digest, reason));
    }
  }

  /** False when it had ended before, so that nothing happened. */
  static boolean end(Tx tx, UUID approval, String outcome, String detail, Instant at)
      throws SQLException {
    Optional<Instant> look = outcome.equals("unknown") ? Optional.of(at) : Optional.empty();
    var request =
        tx.first(
            SETTLE, row -> row.uuid("request_id"), outcome, detail, at, look, approval, outcome);
    if (request.isEmpty()) {
      return false;
    }
    boolean delivered = outcome.equals("delivered");
    tx.run(CARD, cardState(outcome), at, delivered ? "" : detail, request.get());
    if (delivered) {
      tx.run(KEEP, Keys.of(detail), detail, at, at, approval);
      Addressing.sent(tx, approval, Keys.of(detail));
      withdrawRepeats(tx, approval, at);
    }
    tx.leavesWork();
    return true;
  }

  /** It had arrived after all: nobody needs to be asked whether to send it again. */
  private static void withdrawRepeats(Tx tx, UUID approval, Instant at) throws SQLException {
    for (UUID draft : tx.all(REPEATS, row -> row.uuid("draft_id"), approval)) {
      Asking.withdraw(tx, draft, "the first attempt had arrived", at);
    }
  }

  private static String cardState(String outcome) {
    return switch (outcome) {
      case "delivered" -> "sent";
      case "refused" -> "not-sent";
      case "unknown" -> "not-sure";
      case String other -> throw new IllegalArgumentException("outcome " + other);
    };
  }

  public static int abandon(Tx tx, Duration lease, Instant now) throws SQLException {
    return abandon(tx, lease, "the program died while sending", now);
  }

  public static int abandon(Tx tx, Duration lease, String reason, Instant now) throws SQLException {
    record Lost(UUID approval, String digest) {}
    List<Lost> lost =
        tx.all(
            ABANDONED,
            row -> new Lost(row.uuid("approval_id"), row.text("digest")),
            now.minus(lease));
    for (Lost one : lost) {
      unknown(tx, one.approval(), one.digest(), reason, now);
    }
    return lost.size();
  }
}
