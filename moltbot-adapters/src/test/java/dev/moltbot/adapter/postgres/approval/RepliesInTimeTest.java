package dev.moltbot.adapter.postgres.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.postgres.Bench;
import dev.moltbot.domain.approval.Verdict;
import dev.moltbot.domain.draft.DraftText;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.port.Approvals;
import dev.moltbot.port.Capabilities;
import dev.moltbot.port.Card;
import dev.moltbot.port.Drafts.Terms;
import dev.moltbot.port.SendOutcome;
import dev.moltbot.testkit.Messages;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Neither a question nor a yes outlives the time in which a channel takes the reply. */
class RepliesInTimeTest {
  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void asksNoLongerThanTheChannelTakesTheReply() {
    Instant answerBy = bench.now().plus(Duration.ofMinutes(10));
    assertThat(cardUntil(answerBy).request().expiresAt()).isEqualTo(answerBy);
  }

  @Test
  void letsAYesEndWithTheWindow() {
    Instant answerBy = bench.now().plus(Duration.ofMinutes(10));
    Card card = cardUntil(answerBy);
    bench.time.advance(Duration.ofMinutes(9));
    bench.answer(card, new Verdict.Approve());
    assertThat(claimed().approval().expiresAt()).isEqualTo(answerBy);
  }

  @Test
  void keepsTheWindowForTheOwnersOwnWords() {
    Instant answerBy = bench.now().plus(Duration.ofMinutes(10));
    Card card = cardUntil(answerBy);
    var words = DraftText.of("My own words.");
    bench.answer(card, new Verdict.Replace(words));
    assertThat(bench.show().request().expiresAt()).isEqualTo(answerBy);
  }

  @Test
  void takesADraftBackThatWasPutOffForTooLongAndSaysSoOnce() throws SQLException {
    Card card = cardUntil(bench.now().plus(Duration.ofMinutes(30)));
    bench.answer(card, new Verdict.Later());
    bench.time.advance(Duration.ofHours(2));
    bench.approvals.expire(bench.now());
    bench.approvals.expire(bench.now());
    assertThat(
            bench.approvals.nextToAsk(Bench.POLICY, bench.ids.request(), Bench.LEASE, bench.now()))
        .isEmpty();
    assertThat(bench.database.count("alert")).isEqualTo(1);
    String withdrawn = "select count(*) from audit_entry where type = 'DraftWithdrawn'";
    assertThat(bench.database.asOwner(withdrawn)).isEqualTo("1");
  }

  @Test
  void keepsWhatWasSentInItsConversation() throws SQLException {
    Approvals.Claim claim = bench.claimFor("ada");
    bench.approvals.settle(claim, new SendOutcome.Delivered("sent-1"), bench.now());
    assertThat(ownWords()).isEqualTo("I will be there.");
    bench.receives("ada", "m2");
    var messages = bench.claim().conversation().messages();
    assertThat(messages).hasSize(3);
    assertThat(messages.get(1).has(Trait.FROM_OWNER)).isTrue();
  }

  @Test
  void knowsASentMessageAgainWhenItIsReadBack() throws SQLException {
    Approvals.Claim claim = bench.claimFor("ada");
    bench.approvals.settle(claim, new SendOutcome.Delivered("sent-1"), bench.now());
    var back = Messages.ownTo(Bench.MAIL, "ada", "sent-1", "I will be there.", bench.now());
    assertThat(bench.store(back).added()).isZero();
    assertThat(bench.database.count("message")).isEqualTo(2);
    assertThat(bench.ledger.tally().messages()).isEqualTo(1);
  }

  /** A reply to the first message does not answer one that came while it was under way. */
  @Test
  void leavesWhatCameMeanwhileWaiting() {
    Approvals.Claim claim = bench.claimFor("ada");
    bench.time.advance(Duration.ofSeconds(5));
    bench.receives("ada", "m2");
    bench.time.advance(Duration.ofSeconds(5));
    bench.approvals.settle(claim, new SendOutcome.Delivered("sent-1"), bench.now());
    assertThat(bench.claim().conversation().awaitsOwner()).isTrue();
  }

  @Test
  void tellsHowEachAccountStands() {
    Approvals.Claim claim = bench.claimFor("ada");
    bench.approvals.settle(claim, new SendOutcome.Delivered("sent-1"), bench.now());
    bench.accounts.stop(Bench.MAIL, "no token", "log in", bench.now());
    var state = bench.accounts.states().getFirst();
    assertThat(state.account()).isEqualTo(Bench.MAIL);
    assertThat(bench.accounts.all()).containsExactly(Bench.MAIL);
    assertThat(state.messages()).isEqualTo(1);
    assertThat(state.lastSent()).isEqualTo(bench.now());
    assertThat(state.stopped()).isEqualTo("no token");
    assertThat(state.remedy()).isEqualTo("log in");
    bench.accounts.working(Bench.MAIL, bench.now());
    assertThat(bench.accounts.states().getFirst().remedy()).isEmpty();
  }

  private String ownWords() throws SQLException {
    return bench.database.asOwner("select body from message where by_us");
  }

  private Card cardUntil(Instant answerBy) {
    bench.receives("ada", "m1");
    bench.propose(
        bench.claim(), "I will be there.", new Terms(answerBy, Capabilities.Sending.DIRECT));
    return bench.show();
  }

  private Approvals.Claim claimed() {
    return bench.approvals.claimNext(bench.now()).orElseThrow();
  }
}
