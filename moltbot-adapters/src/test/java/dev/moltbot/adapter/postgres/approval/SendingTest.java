package dev.moltbot.adapter.postgres.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.postgres.Bench;
import dev.moltbot.domain.approval.ApprovalId;
import dev.moltbot.domain.approval.Verdict;
import dev.moltbot.port.Approvals;
import dev.moltbot.port.Card;
import dev.moltbot.port.CardState;
import dev.moltbot.port.SendOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was approved is handed out once, and its outcome stays what it became known to be. */
class SendingTest {
  private static final int WORKERS = 8;
  private static final Duration LEASE = Duration.ofSeconds(90);

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
  void claimsTheDraftTheOwnerApprovedAndOnlyOnce() {
    Card card = bench.cardFor("ada");
    assertThat(bench.approvals.claimNext(bench.now())).isEmpty();
    bench.answer(card, new Verdict.Approve());
    Approvals.Claim claim = bench.approvals.claimNext(bench.now()).orElseThrow();
    assertThat(claim.draft()).isEqualTo(card.draft());
    assertThat(claim.approval().digest()).isEqualTo(card.draft().digest());
    assertThat(bench.approvals.claimNext(bench.now())).isEmpty();
  }

  @Test
  void handsEachApprovalToOneOfManyWorkers() throws Exception {
    int approvals = 40;
    for (int i = 0; i < approvals; i++) {
      bench.answer(bench.cardFor("p" + i), new Verdict.Approve());
    }
    var claimed = new ArrayList<ApprovalId>();
    try (var workers = Executors.newFixedThreadPool(WORKERS)) {
      Callable<List<ApprovalId>> work = this::claimAll;
      for (Future<List<ApprovalId>> one :
          workers.invokeAll(java.util.Collections.nCopies(WORKERS, work))) {
        claimed.addAll(one.get());
      }
    }
    assertThat(claimed).hasSize(approvals).doesNotHaveDuplicates();
    assertThat(bench.audit.verify().valid()).isTrue();
  }

  private List<ApprovalId> claimAll() {
    var mine = new ArrayList<ApprovalId>();
    Optional<Approvals.Claim> claim = bench.approvals.claimNext(bench.now());
    while (claim.isPresent()) {
      mine.add(claim.get().approval().id());
      claim = bench.approvals.claimNext(bench.now());
    }
    return mine;
  }

  @Test
  void showsOnTheCardWhatBecameOfIt() {
    Approvals.Claim claim = bench.claimFor("ada");
    bench.approvals.settle(claim, new SendOutcome.Delivered("native-1"), bench.now());
    assertThat(outdated()).isEqualTo(new CardState.Sent(bench.now()));
    Approvals.Claim refused = bench.claimFor("bob");
    bench.approvals.settle(refused, new SendOutcome.Refused("no such user"), bench.now());
    assertThat(outdated()).isEqualTo(new CardState.NotSent("no such user"));
    assertThat(bench.ledger.tally().sent()).isEqualTo(1);
    assertThat(bench.ledger.tally().refused()).isEqualTo(1);
  }

  @Test
  void keepsAnOutcomeThatIsKnown() {
    Approvals.Claim claim = bench.claimFor("ada");
    bench.approvals.settle(claim, new SendOutcome.Delivered("native-1"), bench.now());
    bench.approvals.settle(claim, new SendOutcome.Unknown("late"), bench.now());
    bench.approvals.settle(claim, new SendOutcome.Refused("later"), bench.now());
    assertThat(bench.ledger.tally().sent()).isEqualTo(1);
    assertThat(bench.approvals.nextDoubt(LEASE, bench.now())).isEmpty();
  }

  @Test
  void takesClaimsOfTheDeadForUnknownAndNeverHandsThemOutAgain() {
    bench.claimFor("ada");
    bench.time.advance(LEASE.minusMillis(1));
    assertThat(bench.approvals.abandonClaims(LEASE, bench.now())).isZero();
    bench.time.advance(Duration.ofMillis(1));
    assertThat(bench.approvals.abandonClaims(LEASE, bench.now())).isEqualTo(1);
    assertThat(bench.approvals.abandonClaims(LEASE, bench.now())).isZero();
    assertThat(bench.approvals.claimNext(bench.now())).isEmpty();
    assertThat(outdated()).isInstanceOf(CardState.NotSure.class);
    assertThat(bench.ledger.tally().unknown()).isEqualTo(1);
  }

  @Test
  void looksAtADoubtAgainAfterAWhileAndCountsTheLooks() {
    Approvals.Doubt doubt = doubtAbout("ada");
    assertThat(doubt.looks()).isZero();
    assertThat(bench.approvals.nextDoubt(LEASE, bench.now())).isEmpty();
    bench.time.advance(LEASE);
    Approvals.Doubt again = bench.approvals.nextDoubt(LEASE, bench.now()).orElseThrow();
    assertThat(again.looks()).isEqualTo(1);
    assertThat(again.attempt()).isEqualTo(doubt.attempt());
  }

  @Test
  void settlesADoubtThatTheChannelClearedUp() {
    Approvals.Doubt doubt = doubtAbout("ada");
    bench.approvals.resolve(doubt, "native-1", bench.now());
    bench.time.advance(LEASE);
    assertThat(bench.approvals.nextDoubt(LEASE, bench.now())).isEmpty();
    assertThat(bench.ledger.tally().sent()).isEqualTo(1);
  }

  @Test
  void asksTheOwnerAboutTheSameWordsOnceWhenTheChannelCannotTell() {
    Approvals.Doubt doubt = doubtAbout("ada");
    bench.approvals.askAgain(doubt, bench.ids.draft(), "may have arrived", bench.now());
    bench.approvals.askAgain(doubt, bench.ids.draft(), "may have arrived", bench.now());
    Card card = bench.show();
    assertThat(card.note()).isEqualTo("may have arrived");
    assertThat(card.draft().text()).isEqualTo(doubt.attempt().draft().text());
    assertThat(bench.approvals.nextToAsk(Bench.POLICY, bench.ids.request(), LEASE, bench.now()))
        .isEmpty();
    assertThat(bench.ledger.tally().unknown()).isEqualTo(1);
  }

  /** The sender was only slow: what it reports late takes the question back. */
  @Test
  void withdrawsTheQuestionWhenTheFirstAttemptTurnsOutToHaveArrived() {
    Approvals.Claim claim = bench.claimFor("ada");
    bench.time.advance(LEASE);
    bench.approvals.abandonClaims(LEASE, bench.now());
    Approvals.Doubt doubt = bench.approvals.nextDoubt(LEASE, bench.now()).orElseThrow();
    bench.approvals.askAgain(doubt, bench.ids.draft(), "may have arrived", bench.now());
    Card again = bench.show();
    bench.approvals.settle(claim, new SendOutcome.Delivered("native-1"), bench.now());
    assertThat(bench.answer(again, new Verdict.Approve()))
        .isInstanceOf(Approvals.Settled.Stale.class);
    assertThat(bench.ledger.tally().sent()).isEqualTo(1);
  }

  private Approvals.Doubt doubtAbout(String who) {
    bench.approvals.settle(bench.claimFor(who), new SendOutcome.Unknown("reset"), bench.now());
    return bench.approvals.nextDoubt(LEASE, bench.now()).orElseThrow();
  }

  /** The newest outdated card, which then is not outdated any more. */
  private CardState outdated() {
    Approvals.Outdated outdated = bench.approvals.nextOutdated(LEASE, bench.now()).orElseThrow();
    bench.approvals.shows(outdated, bench.now());
    return outdated.state();
  }
}
