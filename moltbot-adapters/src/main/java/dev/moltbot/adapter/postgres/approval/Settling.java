package dev.moltbot.adapter.postgres.approval;

import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.approval.Approval;
import dev.moltbot.domain.approval.ApprovalPolicy;
import dev.moltbot.domain.approval.ApprovalRequest;
import dev.moltbot.domain.approval.Verdict;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.draft.Assessment;
import dev.moltbot.domain.draft.Draft;
import dev.moltbot.port.Approvals.Fresh;
import dev.moltbot.port.Approvals.Settled;
import dev.moltbot.port.Capabilities;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** One verdict on one request: counted once, or not at all. */
final class Settling {
  private static final String LOCK =
      "select r.request_id, r.draft_id, r.digest as request_digest, r.opened_at, r.expires_at,"
          + " r.state, d.by_hand from request r join draft d on d.draft_id = r.draft_id"
          + " where r.request_id = ? for update of r";

  private static final String GRANT =
      "insert into approval (approval_id, request_id, draft_id, digest, granted_at, expires_at)"
          + " values (?, ?, ?, ?, ?, ?)";

  private static final String REWRITE =
      """
      update conversation c
      set due_at = ?, waiting_since = ?, urgency = 0, instruction = ?, previous = d.words,
          lease = nextval('lease_number'), lease_until = null
      from draft d where d.draft_id = ? and c.conversation_id = d.conversation_id
      """;

  /** The states in words for a person who pressed a button too late. */
  private static final Map<String, String> IN_WORDS =
      Map.of(
          "approved", "approved already",
          "sent", "sent already",
          "not-sent", "approved already, but could not be sent",
          "not-sure", "approved already, and nobody knows whether it arrived",
          "rejected", "rejected already",
          "replaced", "replaced by a newer one",
          "postponed", "postponed, and will come again",
          "expired", "expired",
          "elsewhere", "closed, because you answered elsewhere");

  private final Tx tx;
  private final ApprovalRequest request;
  private final ApprovalPolicy policy;
  private final Fresh fresh;
  private final Instant now;

  private Settling(
      Tx tx, ApprovalRequest request, ApprovalPolicy policy, Fresh fresh, Instant now) {
    this.tx = tx;
    this.request = request;
    this.policy = policy;
    this.fresh = fresh;
    this.now = now;
  }

  private record Locked(ApprovalRequest request, String state, Capabilities.Sending sending) {
    boolean live() {
      return state.equals("opening") || state.equals("open");
    }

    /** The yes is the program's to act on, "I sent it" the owner's to say; the rest is for all. */
    boolean takes(Verdict verdict) {
      return switch (sending) {
        case DIRECT -> !(verdict instanceof Verdict.SentByHand);
        case BY_HAND -> !(verdict instanceof Verdict.Approve);
      };
    }

    static Locked read(Row row) throws SQLException {
      return new Locked(CardRows.request(row), row.text("state"), DraftRows.sending(row));
    }
  }

  /** The row is locked first: of two taps at one moment, the second waits and finds it settled. */
  static Settled settle(
      Tx tx,
      UUID id,
      String prefix,
      Verdict verdict,
      ApprovalPolicy policy,
      Fresh fresh,
      Instant now)
      throws SQLException {
    if (verdict instanceof Verdict.SentByHand) {
      ByHand.lockAccount(tx, id);
    }
    var found = tx.first(LOCK, Locked::read, id);
    if (found.isEmpty() || !found.get().request().digest().hex().startsWith(prefix)) {
      return new Settled.Unknown();
    }
    Locked locked = found.get();
    if (!locked.live()) {
      return new Settled.Stale(IN_WORDS.getOrDefault(locked.state(), locked.state()));
    }
    if (!locked.request().openAt(now)) {
      Asking.expire(tx, now);
      return new Settled.Stale("expired");
    }
    if (!locked.takes(verdict)) {
      return new Settled.OtherWay(locked.sending());
    }
    new Settling(tx, locked.request(), policy, fresh, now).apply(verdict);
    tx.leavesWork();
    return new Settled.Accepted();
  }

  private void apply(Verdict verdict) throws SQLException {
    switch (verdict) {
      case Verdict.Approve approve -> approve();
      case Verdict.SentByHand sent -> sentByHand();
      case Verdict.Reject reject -> become("reject", "rejected", now);
      case Verdict.Rewrite(String instruction) -> rewrite(instruction);
      case Verdict.Replace replace -> replace(replace);
      case Verdict.Later later -> later();
    }
  }

  private void become(String verdict, String state, Instant at) throws SQLException {
    tx.run(
        "update request set state = ?, state_at = ? where request_id = ?",
        state,
        at,
        request.id().value());
    tx.audit(new AuditEvent.VerdictGiven(request.id().value().toString(), verdict));
  }

  private void approve() throws SQLException {
    become("approve", "approved", now);
    grant();
  }

  /** Granted, claimed and settled at once: no queue ever holds it, so no sender ever sees it. */
  private void sentByHand() throws SQLException {
    become("sent-by-hand", "approved", now);
    Approval approval = grant();
    Draft draft = DraftRows.load(tx, request.draft().value());
    ByHand.sent(tx, approval, draft, request.askedAt());
  }

  private Approval grant() throws SQLException {
    Instant answerBy = DraftRows.answerBy(tx, request.draft().value());
    Approval approval = policy.grant(fresh.approval(), request, answerBy, now);
    tx.run(
        GRANT,
        approval.id().value(),
        request.id().value(),
        request.draft().value(),
        approval.digest().hex(),
        approval.grantedAt(),
        approval.expiresAt());
    tx.audit(
        new AuditEvent.ApprovalGranted(
            approval.id().value().toString(),
            request.id().value().toString(),
            approval.digest().hex()));
    return approval;
  }

  private void rewrite(String instruction) throws SQLException {
    become("rewrite", "replaced", now);
    tx.run(REWRITE, now, now, instruction, request.draft().value());
  }

  private void replace(Verdict.Replace replace) throws SQLException {
    become("replace", "replaced", now);
    Draft old = DraftRows.load(tx, request.draft().value());
    Assessment assessment =
        tx.one(
            "select " + DraftRows.COLUMNS + " from draft d where d.draft_id = ?",
            DraftRows::assessment,
            old.id().value());
    var copy = DraftRows.Copy.ownWords(replace, assessment.category());
    DraftRows.copy(tx, old, fresh.draft(), copy, now);
  }

  private void later() throws SQLException {
    Instant again = now.plus(policy.laterDelay());
    become("later", "postponed", again);
    tx.run("update draft set ask_at = ? where draft_id = ?", again, request.draft().value());
  }
}
