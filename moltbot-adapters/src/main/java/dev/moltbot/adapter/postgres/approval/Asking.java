package dev.moltbot.adapter.postgres.approval;

import dev.moltbot.adapter.postgres.oversight.PostgresAlerts;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.alert.Alert;
import dev.moltbot.domain.approval.ApprovalPolicy;
import dev.moltbot.domain.approval.ApprovalRequest;
import dev.moltbot.domain.approval.RequestId;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.draft.Draft;
import dev.moltbot.port.Card;
import dev.moltbot.port.ShownCard;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Putting questions before the owner: opening, showing, and closing what nobody answered. */
final class Asking {
  /** A request that was stored and perhaps shown before a crash goes first. */
  private static final String REOPEN =
      """
      update request set lease_until = ?
      where request_id = (
          select request_id from request
          where state = 'opening' and lease_until <= ? and expires_at > ?
          order by opened_at for update skip locked limit 1)
      returning request_id
      """;

  private static final String NEXT_DRAFT =
      """
      update draft set ask_at = null
      where draft_id = (
          select draft_id from draft where ask_at <= ? and (answer_by is null or answer_by > ?)
          order by ask_at for update skip locked limit 1)
      returning draft_id
      """;

  private static final String OPEN =
      """
      insert into request (request_id, draft_id, digest, opened_at, expires_at, state, state_at,
          lease_until)
      values (?, ?, ?, ?, ?, 'opening', ?, ?)
      """;

  /** Whatever became of the request meanwhile: the card is there now, and must come to show it. */
  private static final String SHOWN =
      """
      update request
      set shown_state = 'open', shown_at = ?, lease_until = null,
          state = case state when 'opening' then 'open' else state end
      where request_id = ?
      returning draft_id, digest, expires_at
      """;

  private static final String EXPIRE =
      """
      update request set state = 'expired', state_at = ?
      where state in ('opening', 'open') and expires_at <= ?
      returning request_id
      """;

  /** Drafts that were never asked about, or put off for too long. */
  private static final String RUN_OUT =
      "update draft set ask_at = null where ask_at is not null and answer_by <= ?"
          + " returning draft_id";

  private static final String WITHDRAW =
      """
      update request set state = 'replaced', state_at = ?
      where draft_id = ? and state in ('opening', 'open')
      returning request_id
      """;

  private static final String SHOWN_NOWHERE =
      """
      select request_id from request r where request_id = ?
          and not exists (select 1 from card_part p where p.request_id = r.request_id)
      for update
      """;

  private Asking() {}

  static Optional<Card> next(
      Tx tx, ApprovalPolicy policy, RequestId fresh, Duration lease, Instant now)
      throws SQLException {
    Instant until = now.plus(lease);
    Optional<UUID> again = tx.first(REOPEN, row -> row.uuid("request_id"), until, now, now);
    Optional<UUID> request = again.isPresent() ? again : open(tx, policy, fresh, until, now);
    return request.isPresent() ? CardRows.of(tx, request.get()) : Optional.empty();
  }

  private static Optional<UUID> open(
      Tx tx, ApprovalPolicy policy, RequestId fresh, Instant until, Instant now)
      throws SQLException {
    Optional<UUID> next = tx.first(NEXT_DRAFT, row -> row.uuid("draft_id"), now, now);
    if (next.isEmpty()) {
      return Optional.empty();
    }
    Draft draft = DraftRows.load(tx, next.get());
    ApprovalRequest request = policy.ask(fresh, draft, DraftRows.answerBy(tx, next.get()), now);
    tx.run(
        OPEN,
        fresh.value(),
        draft.id().value(),
        request.digest().hex(),
        request.askedAt(),
        request.expiresAt(),
        now,
        until);
    return Optional.of(fresh.value());
  }

  static void shown(Tx tx, RequestId request, ShownCard where, Instant now) throws SQLException {
    var asked = tx.first(SHOWN, row -> asked(request, row), now, request.value());
    if (asked.isEmpty()) {
      throw new IllegalArgumentException("no request " + request.value());
    }
    tx.run("delete from card_part where request_id = ?", request.value());
    List<String> parts = where.parts();
    for (int i = 0; i < parts.size(); i++) {
      tx.run(
          "insert into card_part (part, request_id, position) values (?, ?, ?)",
          parts.get(i),
          request.value(),
          i);
    }
    tx.audit(asked.get());
  }

  static boolean adopt(Tx tx, RequestId request, String part, Instant now) throws SQLException {
    if (!tx.any(SHOWN_NOWHERE, request.value())) {
      return false;
    }
    shown(tx, request, new ShownCard(List.of(part)), now);
    return true;
  }

  private static AuditEvent asked(RequestId request, Row row) throws SQLException {
    return new AuditEvent.ApprovalAsked(
        request.value().toString(),
        row.uuid("draft_id").toString(),
        row.text("digest"),
        row.instant("expires_at").toString());
  }

  static int expire(Tx tx, Instant now) throws SQLException {
    List<UUID> expired = tx.all(EXPIRE, row -> row.uuid("request_id"), now, now);
    for (UUID request : expired) {
      tx.audit(new AuditEvent.RequestClosed(request.toString(), "expired"));
      tx.leavesWork();
    }
    runOut(tx, now);
    return expired.size();
  }

  private static void runOut(Tx tx, Instant now) throws SQLException {
    for (UUID draft : tx.all(RUN_OUT, row -> row.uuid("draft_id"), now)) {
      tx.audit(new AuditEvent.DraftWithdrawn(draft.toString(), "its channel takes no reply now"));
      String words =
          "A draft was put off until its channel took no reply any more. Nothing was sent; the"
              + " message is kept, answer it in the app.";
      PostgresAlerts.raise(
          tx, new Alert(Alert.Kind.WINDOW_CLOSED, "window of draft " + draft, words), now);
    }
  }

  /** Takes a draft back, with the question about it. */
  static void withdraw(Tx tx, UUID draft, String reason, Instant now) throws SQLException {
    tx.run("update draft set ask_at = null where draft_id = ?", draft);
    for (UUID request : tx.all(WITHDRAW, row -> row.uuid("request_id"), now, draft)) {
      tx.audit(new AuditEvent.RequestClosed(request.toString(), reason));
    }
  }
}
