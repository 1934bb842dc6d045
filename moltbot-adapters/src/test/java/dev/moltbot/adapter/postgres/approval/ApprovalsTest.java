package dev.moltbot.adapter.postgres.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.postgres.Bench;
import dev.moltbot.domain.approval.RequestId;
import dev.moltbot.domain.approval.Verdict;
import dev.moltbot.domain.draft.DraftText;
import dev.moltbot.port.Approvals;
import dev.moltbot.port.Approvals.Settled;
import dev.moltbot.port.Card;
import dev.moltbot.port.CardState;
import dev.moltbot.port.DraftTask;
import dev.moltbot.port.ShownCard;
import dev.moltbot.testkit.Messages;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every question gets one answer, and every card ends in one true state. */
class ApprovalsTest {
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
  void asksAboutADraftOnceAndShowsAllOfIt() {
    Card card = bench.cardFor("ada");
    assertThat(card.draft().text().value()).isEqualTo("I will be there.");
    assertThat(card.answering().id().nativeId()).isEqualTo("m-ada");
    assertThat(card.author()).isEqualTo("a template");
    assertThat(card.note()).isEmpty();
    assertThat(
            bench.approvals.nextToAsk(Bench.POLICY, bench.ids.request(), Bench.LEASE, bench.now()))
        .isEmpty();
    assertThat(bench.approvals.open(bench.now(), 9)).containsExactly(card);
    assertThat(bench.approvals.requestShownIn("part-" + card.request().id().value()))
        .contains(card.request().id());
  }

  @Test
  void showsTheLastThreeMessagesBeforeTheOneAnswered() {
    for (int i = 1; i <= 5; i++) {
      bench.receives("ada", "m" + i);
      bench.time.advance(Duration.ofMinutes(1));
    }
    bench.receives("bob", "of another conversation");
    bench.propose(bench.claim(), "Yes.");
    assertThat(next().earlier())
        .extracting(message -> message.id().nativeId())
        .containsExactly("m2", "m3", "m4");
  }

  /** A crash between storing the request and noting where it is shown. */
  @Test
  void handsTheSameRequestOutAgainWhenItWasNotNotedAsShown() {
    bench.receives("ada", "m1");
    bench.propose(bench.claim(), "Yes.");
    Card first = next();
    assertThat(
            bench.approvals.nextToAsk(Bench.POLICY, bench.ids.request(), Bench.LEASE, bench.now()))
        .isEmpty();
    bench.time.advance(Bench.LEASE);
    assertThat(next().request()).isEqualTo(first.request());
    bench.approvals.notAsked(first.request().id(), bench.now());
    assertThat(next().request()).isEqualTo(first.request());
  }

  @Test
  void countsTheFirstAnswerOnly() {
    Card card = bench.cardFor("ada");
    assertThat(bench.answer(card, new Verdict.Approve())).isEqualTo(new Settled.Accepted());
    assertThat(bench.answer(card, new Verdict.Approve()))
        .isEqualTo(new Settled.Stale("approved already"));
    assertThat(bench.answer(card, new Verdict.Reject()))
        .isEqualTo(new Settled.Stale("approved already"));
    assertThat(bench.ledger.tally().approved()).isEqualTo(1);
  }

  @Test
  void takesAnAnswerThatIsFasterThanTheNoteOfWhereItWasShown() {
    bench.receives("ada", "m1");
    bench.propose(bench.claim(), "Yes.");
    Card card = next();
    assertThat(bench.answer(card, new Verdict.Approve())).isEqualTo(new Settled.Accepted());
    bench.approvals.asked(card.request().id(), Bench.where(card.request().id()), bench.now());
    assertThat(outdated()).isEqualTo(new CardState.Approved());
  }

  @Test
  void knowsNoOtherRequestsAndNoOtherWords() {
    Card card = bench.cardFor("ada");
    var fresh = new dev.moltbot.port.Approvals.Fresh(bench.ids.approval(), bench.ids.draft());
    assertThat(
            bench.approvals.settle(
                new RequestId(new UUID(9, 9)),
                "",
                new Verdict.Approve(),
                Bench.POLICY,
                fresh,
                bench.now()))
        .isEqualTo(new Settled.Unknown());
    assertThat(
            bench.approvals.settle(
                card.request().id(),
                "0000000000",
                new Verdict.Approve(),
                Bench.POLICY,
                fresh,
                bench.now()))
        .isEqualTo(new Settled.Unknown());
    assertThat(bench.ledger.tally().approved()).isZero();
  }

  @Test
  void expiresAtTheInstantItNames() {
    Card card = bench.cardFor("ada");
    bench.time.set(card.request().expiresAt().minusMillis(1));
    assertThat(bench.approvals.expire(bench.now())).isZero();
    bench.time.set(card.request().expiresAt());
    assertThat(bench.answer(card, new Verdict.Approve())).isEqualTo(new Settled.Stale("expired"));
    assertThat(outdated()).isEqualTo(new CardState.Expired());
    assertThat(bench.ledger.tally().approved()).isZero();
  }

  @Test
  void draftsAgainAsTheOwnerWishes() {
    Card card = bench.cardFor("ada");
    bench.answer(card, new Verdict.Rewrite("shorter"));
    DraftTask task = bench.claim();
    assertThat(task.rewrite()).isTrue();
    assertThat(task.instruction()).isEqualTo("shorter");
    assertThat(task.previous()).isEqualTo("I will be there.");
    assertThat(outdated()).isEqualTo(new CardState.Replaced());
    bench.propose(task, "Yes.");
    assertThat(bench.show().draft().text().value()).isEqualTo("Yes.");
  }

  @Test
  void showsTheOwnersOwnWordsOnceMore() {
    Card card = bench.cardFor("ada");
    bench.answer(card, new Verdict.Replace(DraftText.of("At seven, please.")));
    Card again = bench.show();
    assertThat(again.draft().text().value()).isEqualTo("At seven, please.");
    assertThat(again.draft().to()).isEqualTo(card.draft().to());
    assertThat(again.author()).isEqualTo("owner");
    assertThat(bench.ledger.tally().approved()).isZero();
  }

  @Test
  void asksAgainLater() {
    Card card = bench.cardFor("ada");
    bench.answer(card, new Verdict.Later());
    assertThat(outdated())
        .isEqualTo(new CardState.Postponed(bench.now().plus(Bench.POLICY.laterDelay())));
    assertThat(
            bench.approvals.nextToAsk(Bench.POLICY, bench.ids.request(), Bench.LEASE, bench.now()))
        .isEmpty();
    bench.time.advance(Bench.POLICY.laterDelay());
    Card again = bench.show();
    assertThat(again.draft()).isEqualTo(card.draft());
    assertThat(again.request().id()).isNotEqualTo(card.request().id());
  }

  @Test
  void closesTheQuestionWhenTheConversationMovesOn() {
    Card ada = bench.cardFor("ada");
    Card bob = bench.cardFor("bob");
    bench.time.advance(Duration.ofSeconds(5));
    bench.receives("ada", "m-ada-2");
    bench.store(Messages.ownTo(Bench.MAIL, "bob", "m-bob-2", "Done.", bench.now()));
    assertThat(bench.answer(ada, new Verdict.Approve()))
        .isEqualTo(new Settled.Stale("replaced by a newer one"));
    assertThat(bench.answer(bob, new Verdict.Approve()))
        .isEqualTo(new Settled.Stale("closed, because you answered elsewhere"));
    assertThat(bench.approvals.open(bench.now(), 9)).isEmpty();
    assertThat(bench.claim().conversation().latest().id().nativeId()).isEqualTo("m-ada-2");
  }

  /** A draft of what the conversation was before must not be asked about. */
  @Test
  void dropsADraftWhoseClaimWasOvertaken() {
    bench.receives("ada", "m1");
    DraftTask old = bench.claim();
    bench.time.advance(Duration.ofSeconds(5));
    bench.receives("ada", "m2");
    bench.propose(old, "An answer to m1.");
    assertThat(bench.ledger.tally().drafts()).isZero();
    bench.propose(bench.claim(), "An answer to m2.");
    assertThat(bench.ledger.tally().drafts()).isEqualTo(1);
  }

  /**
   * Tapped before it was noted, rewritten, and then noted elsewhere: the second one is not done.
   */
  @Test
  void rewritesACardThatWasShownAgainMeanwhile() {
    Card card = bench.cardFor("ada");
    bench.answer(card, new Verdict.Reject());
    var outdated = bench.approvals.nextOutdated(Bench.LEASE, bench.now()).orElseThrow();
    var elsewhere = new ShownCard(List.of("shown again"));
    bench.approvals.asked(card.request().id(), elsewhere, bench.now());
    bench.approvals.shows(outdated, bench.now());
    assertThat(bench.approvals.nextOutdated(Bench.LEASE, bench.now()))
        .hasValueSatisfying(again -> assertThat(again.where()).isEqualTo(elsewhere));
  }

  @Test
  void takesAnUnknownPlaceForACardsOnlyWhereItHasNone() {
    Card card = bench.cardFor("ada");
    assertThat(bench.approvals.adopt(card.request().id(), "a first one", bench.now())).isFalse();
    bench.receives("bob", "m-bob");
    bench.propose(bench.claim(), "I will be there.");
    Card unnoted =
        bench
            .approvals
            .nextToAsk(Bench.POLICY, bench.ids.request(), Bench.LEASE, bench.now())
            .orElseThrow();
    assertThat(bench.approvals.adopt(unnoted.request().id(), "only one", bench.now())).isTrue();
    assertThat(bench.approvals.requestShownIn("only one")).contains(unnoted.request().id());
  }

  @Test
  void rewritesACardUntilItShowsTheTruth() {
    Card card = bench.cardFor("ada");
    assertThat(bench.approvals.nextOutdated(Bench.LEASE, bench.now())).isEmpty();
    bench.answer(card, new Verdict.Reject());
    assertThat(outdated()).isEqualTo(new CardState.Rejected());
    assertThat(bench.approvals.nextOutdated(Bench.LEASE, bench.now())).isEmpty();
    bench.time.advance(Bench.LEASE);
    assertThat(outdated()).isEqualTo(new CardState.Rejected());
    var where = Bench.where(card.request().id());
    bench.approvals.shows(
        new Approvals.Outdated(card, where, new CardState.Rejected()), bench.now());
    bench.time.advance(Bench.LEASE);
    assertThat(bench.approvals.nextOutdated(Bench.LEASE, bench.now())).isEmpty();
  }

  private CardState outdated() {
    return bench.approvals.nextOutdated(Bench.LEASE, bench.now()).orElseThrow().state();
  }

  private Card next() {
    return bench
        .approvals
        .nextToAsk(Bench.POLICY, bench.ids.request(), Bench.LEASE, bench.now())
        .orElseThrow();
  }
}
