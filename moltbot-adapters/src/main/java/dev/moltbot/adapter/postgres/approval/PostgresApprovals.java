package dev.moltbot.adapter.postgres.approval;

import dev.moltbot.adapter.postgres.transaction.Database;
import dev.moltbot.domain.approval.ApprovalPolicy;
import dev.moltbot.domain.approval.RequestId;
import dev.moltbot.domain.approval.Verdict;
import dev.moltbot.domain.draft.DraftId;
import dev.moltbot.port.Approvals;
import dev.moltbot.port.Card;
import dev.moltbot.port.SendOutcome;
import dev.moltbot.port.ShownCard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Questions, answers and sends in their tables: each method one transaction. Thread-safe. */
public final class PostgresApprovals implements Approvals {
  private final Database database;

  public PostgresApprovals(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Card> nextToAsk(
      ApprovalPolicy policy, RequestId fresh, Duration lease, Instant now) {
    return database.change(now, tx -> Asking.next(tx, policy, fresh, lease, now));
  }

  @Override
  public void asked(RequestId request, ShownCard where, Instant now) {
    database.run(now, tx -> Asking.shown(tx, request, where, now));
  }

  @Override
  public boolean adopt(RequestId request, String part, Instant now) {
    return database.change(now, tx -> Asking.adopt(tx, request, part, now));
  }

  @Override
  public void notAsked(RequestId request, Instant now) {
    String sql = "update request set lease_until = ? where request_id = ? and state = 'opening'";
    database.run(now, tx -> tx.run(sql, now, request.value()));
  }

  @Override
  public Optional<RequestId> requestShownIn(String part) {
    String sql = "select request_id from card_part where part = ?";
    return database.look(tx -> tx.first(sql, row -> new RequestId(row.uuid("request_id")), part));
  }

  @Override
  public List<Card> open(Instant now, int limit) {
    String sql = "where r.state = 'open' and r.expires_at > ? order by r.opened_at limit ?";
    return database.look(tx -> CardRows.where(tx, sql, now, limit));
  }

  @Override
  public Optional<Card> card(RequestId request) {
    return database.look(tx -> CardRows.of(tx, request.value()));
  }

  @Override
  public Settled settle(
      RequestId request,
      String digestPrefix,
      Verdict verdict,
      ApprovalPolicy policy,
      Fresh fresh,
      Instant now) {
    return database.change(
        now, tx -> Settling.settle(tx, request.value(), digestPrefix, verdict, policy, fresh, now));
  }

  @Override
  public int expire(Instant now) {
    return database.change(now, tx -> Asking.expire(tx, now));
  }

  @Override
  public Optional<Claim> claimNext(Instant now) {
    return database.change(now, tx -> Sending.claim(tx, now));
  }

  @Override
  public void settle(Claim claim, SendOutcome outcome, Instant at) {
    database.run(at, tx -> Sending.settle(tx, claim, outcome, at));
  }

  @Override
  public int abandonClaims(Duration lease, Instant now) {
    return database.change(now, tx -> Sending.abandon(tx, lease, now));
  }

  @Override
  public Optional<Doubt> nextDoubt(Duration lease, Instant now) {
    return database.change(now, tx -> Doubts.next(tx, lease, now));
  }

  @Override
  public void resolve(Doubt doubt, String nativeMessageId, Instant now) {
    database.run(now, tx -> Doubts.resolve(tx, doubt, nativeMessageId, now));
  }

  @Override
  public void askAgain(Doubt doubt, DraftId fresh, String note, Instant now) {
    database.run(now, tx -> Doubts.askAgain(tx, doubt, fresh, note, now));
  }

  @Override
  public Optional<Outdated> nextOutdated(Duration lease, Instant now) {
    return database.change(now, tx -> CardStates.next(tx, lease, now));
  }

  @Override
  public void shows(Outdated rewritten, Instant now) {
    database.run(now, tx -> CardStates.shows(tx, rewritten, now));
  }
}
