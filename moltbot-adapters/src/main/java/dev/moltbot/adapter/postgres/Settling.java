package dev.moltbot.adapter.postgres;

import dev.moltbot.domain.approval.Approval;
import dev.moltbot.domain.approval.ApprovalPolicy;
import dev.moltbot.domain.approval.ApprovalRequest;
import dev.moltbot.domain.approval.Verdict;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.draft.Assessment;
import dev.moltbot.domain.draft.Draft;
import dev.moltbot.port.Approvals.Fresh;
import dev.moltbot.port.Approvals.Settled;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** One verdict on one request: counted once, or not at all. */
final class Settling {
  private static final String LOCK =
      "select request_id, draft_id, digest as request_digest, opened_at, expires_at, state from"
          + " request where request_id = ? for update";

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

  private record Locked(ApprovalRequest request, String state) {
    boolean live() {
      return state.equals("opening") || state.equals("open");
    }

    static Locked read(Row row) throws SQLException {
      return new Locked(CardRows.request(row), row.text("state"));
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
    new Settling(tx, locked.request(), policy, fresh, now).apply(verdict);
    tx.leavesWork();
    return new Settled.Accepted();
  }

  private void apply(Verdict verdict) throws SQLException {
    switch (verdict) {
      case Verdict.Approve approve -> approve();
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
