package dev.moltbot.adapter.postgres;

import dev.moltbot.adapter.postgres.approval.PostgresApprovals;
import dev.moltbot.adapter.postgres.approval.PostgresDrafts;
import dev.moltbot.adapter.postgres.contact.PostgresContacts;
import dev.moltbot.adapter.postgres.intake.PostgresConversations;
import dev.moltbot.adapter.postgres.oversight.PostgresAccounts;
import dev.moltbot.adapter.postgres.oversight.PostgresAlerts;
import dev.moltbot.adapter.postgres.oversight.PostgresAuditLog;
import dev.moltbot.adapter.postgres.oversight.PostgresLedger;
import dev.moltbot.domain.approval.ApprovalPolicy;
import dev.moltbot.domain.approval.RequestId;
import dev.moltbot.domain.approval.Verdict;
import dev.moltbot.domain.draft.Assessment;
import dev.moltbot.domain.draft.Destination;
import dev.moltbot.domain.draft.Draft;
import dev.moltbot.domain.draft.DraftText;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.domain.screening.Screener;
import dev.moltbot.domain.triage.Category;
import dev.moltbot.domain.triage.TriageRules;
import dev.moltbot.port.Approvals;
import dev.moltbot.port.Capabilities;
import dev.moltbot.port.Card;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.DraftTask;
import dev.moltbot.port.Drafts.Terms;
import dev.moltbot.port.Intake;
import dev.moltbot.port.ShownCard;
import dev.moltbot.testkit.CountingIds;
import dev.moltbot.testkit.Messages;
import dev.moltbot.testkit.SettableTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A work bench: all stores on one fresh database, and the way from a message to a send. */
public final class Bench implements AutoCloseable {
  public static final AccountId MAIL = Messages.account("gmail");
  public static final Duration LEASE = Duration.ofMinutes(5);
  public static final ApprovalPolicy POLICY = ApprovalPolicy.DEFAULT;
  private static final TriageRules RULES = new TriageRules(TriageRules.Lists.FOR_INFORMATION);

  public final TestDatabase database = TestDatabase.fresh();
  public final SettableTime time = new SettableTime();
  public final CountingIds ids = new CountingIds();
  public final PostgresConversations conversations = new PostgresConversations(database.database());
  public final PostgresDrafts drafts = new PostgresDrafts(database.database());
  public final PostgresApprovals approvals = new PostgresApprovals(database.database());
  public final PostgresAuditLog audit = new PostgresAuditLog(database.database());
  public final PostgresAccounts accounts = new PostgresAccounts(database.database());
  public final PostgresAlerts alerts = new PostgresAlerts(database.database());
  public final PostgresContacts contacts = new PostgresContacts(database.database());
  public final PostgresLedger ledger = new PostgresLedger(database.database());

  public Instant now() {
    return time.instant();
  }

  public static Intake intake(String cursor, InboundMessage... messages) {
    var screened =
        Stream.of(messages)
            .map(one -> new Intake.Screened(one, RULES.apply(one), Screener.screen(one)))
            .toList();
    return new Intake(screened, List.of(), new Cursor(cursor));
  }

  public Intake.Stored store(InboundMessage... messages) {
    return conversations.store(MAIL, intake("cursor", messages), now());
  }

  /** A question from this person, stored. */
  public void receives(String who, String nativeId) {
    store(Messages.from(MAIL, who, nativeId, "Could you come at six?", now()));
  }

  public DraftTask claim() {
    return conversations.claimDue(LEASE, now()).orElseThrow();
  }

  public Draft propose(DraftTask task, String words) {
    return propose(task, words, Terms.USUAL);
  }

  public Draft propose(DraftTask task, String words, Terms terms) {
    InboundMessage latest = task.conversation().latest();
    var draft =
        new Draft(ids.draft(), latest.id(), Destination.answering(latest), DraftText.of(words));
    drafts.propose(task, draft, assessment(), "a template", terms, now());
    return draft;
  }

  static Assessment assessment() {
    return new Assessment(
        Category.NEEDS_REPLY,
        new UntrustedText("Asks to come at six."),
        "en",
        UntrustedText.NONE,
        false);
  }

  /** The next card, as if it were on the owner's phone. */
  public Card show() {
    Card card = approvals.nextToAsk(POLICY, ids.request(), LEASE, now()).orElseThrow();
    approvals.asked(card.request().id(), where(card.request().id()), now());
    return card;
  }

  public static ShownCard where(RequestId request) {
    return new ShownCard(List.of("part-" + request.value() + "-1", "part-" + request.value()));
  }

  /** From this person's message to a card before the owner. */
  public Card cardFor(String who) {
    receives(who, "m-" + who);
    propose(claim(), "I will be there.");
    return show();
  }

  /** The same on a channel on which only the owner can send. */
  public Card byHandCardFor(String who, String words) {
    receives(who, "m-" + who);
    propose(claim(), words, new Terms(Instant.MAX, Capabilities.Sending.BY_HAND));
    return show();
  }

  public Approvals.Settled answer(Card card, Verdict verdict) {
    var fresh = new Approvals.Fresh(ids.approval(), ids.draft());
    return approvals.settle(card.request().id(), "", verdict, POLICY, fresh, now());
  }

  /** From this person's message to a claimed approval. */
  public Approvals.Claim claimFor(String who) {
    answer(cardFor(who), new Verdict.Approve());
    return approvals.claimNext(now()).orElseThrow();
  }

  @Override
  public void close() {
    database.close();
  }
}
