package dev.moltbot.adapter.postgres.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.postgres.Bench;
import dev.moltbot.domain.approval.Verdict;
import dev.moltbot.domain.audit.AuditEntry;
import dev.moltbot.domain.draft.DraftText;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.port.Approvals.Settled;
import dev.moltbot.port.Capabilities.Sending;
import dev.moltbot.port.Card;
import dev.moltbot.port.CardState;
import dev.moltbot.port.Intake;
import dev.moltbot.testkit.Messages;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the owner sent by hand is on record once, and nothing is on record that was not said. */
class ByHandTest {
  private static final String WORDS = "I will be there.\n\nSee you, Olena";

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
  void settlesTheOwnersWordInOneStepThatNoSenderEverSees() throws SQLException {
    Card card = bench.byHandCardFor("ada", WORDS);
    assertThat(card.sending()).isEqualTo(Sending.BY_HAND);
    assertThat(bench.answer(card, new Verdict.SentByHand())).isEqualTo(new Settled.Accepted());

    assertThat(bench.approvals.claimNext(bench.now())).isEmpty();
    assertThat(bench.approvals.nextDoubt(Bench.LEASE, bench.now())).isEmpty();
    assertThat(bench.ledger.tally().sent()).isEqualTo(1);
    var outdated = bench.approvals.nextOutdated(Bench.LEASE, bench.now()).orElseThrow();
    assertThat(outdated.state()).isEqualTo(new CardState.Sent(bench.now()));
    assertThat(bench.database.asOwner("select digest from approval"))
        .isEqualTo(card.draft().digest().hex());
    assertThat(bench.audit.tail(3))
        .extracting(AuditEntry::type)
        .containsExactly("VerdictGiven", "ApprovalGranted", "SentByHand");
    assertThat(bench.audit.verify().valid()).isTrue();
  }

  @Test
  void keepsTheReplyAsAMessageSoThatTheConversationIsAnswered() throws SQLException {
    bench.answer(bench.byHandCardFor("ada", WORDS), new Verdict.SentByHand());
    assertThat(bench.conversations.claimDue(Bench.LEASE, bench.now())).isEmpty();
    assertThat(kept()).isEqualTo(WORDS);
  }

  @Test
  void takesNoYesWhereOnlyTheOwnerCanSendAndNoWordWhereTheProgramDoes() {
    Card byHand = bench.byHandCardFor("ada", WORDS);
    assertThat(bench.answer(byHand, new Verdict.Approve()))
        .isEqualTo(new Settled.OtherWay(Sending.BY_HAND));
    assertThat(bench.answer(byHand, new Verdict.SentByHand())).isEqualTo(new Settled.Accepted());
    assertThat(bench.answer(byHand, new Verdict.Approve()))
        .isEqualTo(new Settled.Stale("sent already"));

    Card direct = bench.cardFor("bob");
    assertThat(bench.answer(direct, new Verdict.SentByHand()))
        .isEqualTo(new Settled.OtherWay(Sending.DIRECT));
    assertThat(bench.answer(direct, new Verdict.Approve())).isEqualTo(new Settled.Accepted());
    assertThat(bench.ledger.tally().sent()).isEqualTo(1);
  }

  @Test
  void staysByHandInTheOwnersOwnWords() {
    Card card = bench.byHandCardFor("ada", WORDS);
    bench.answer(card, new Verdict.Replace(DraftText.of("At seven, please.")));
    assertThat(bench.show().sending()).isEqualTo(Sending.BY_HAND);
  }

  @Test
  void countsOneOfManyTapsAtOneMoment() throws Exception {
    Card card = bench.byHandCardFor("ada", WORDS);
    Callable<Settled> tap = () -> bench.answer(card, new Verdict.SentByHand());
    try (var phones = Executors.newFixedThreadPool(4)) {
      List<Future<Settled>> taps = phones.invokeAll(List.of(tap, tap, tap, tap));
      assertThat(taps.stream().map(Future::resultNow).filter(Settled.Accepted.class::isInstance))
          .hasSize(1);
    }
    assertThat(bench.database.count("approval")).isEqualTo(1);
    assertThat(bench.database.count("message where from_owner")).isEqualTo(1);
  }

  @Test
  void knowsTheMessageAgainWhenTheChannelGivesItBack() throws SQLException {
    bench.answer(bench.byHandCardFor("ada", WORDS), new Verdict.SentByHand());
    bench.time.advance(Duration.ofMinutes(3));

    Intake.Stored stored = bench.store(own("urn-1", WORDS.replace("\n\n", "\n") + " "));

    assertThat(stored.added()).isZero();
    assertThat(bench.database.asOwner("select native_id from message where from_owner"))
        .isEqualTo("urn-1");
    assertThat(bench.store(own("urn-1", WORDS)).added()).isZero();
    assertThat(bench.database.count("message where from_owner")).isEqualTo(1);
  }

  /** The same words another time are another message: each told one stands for one read. */
  @Test
  void takesOneMessageForOneWord() throws SQLException {
    bench.answer(bench.byHandCardFor("ada", WORDS), new Verdict.SentByHand());
    bench.store(own("urn-1", WORDS), own("urn-2", WORDS));
    assertThat(bench.database.count("message where from_owner")).isEqualTo(2);
    assertThat(bench.database.count("message where by_hand")).isZero();
  }

  @Test
  void keepsOtherWordsAndWordsOfAnotherDayAsMessagesOfTheirOwn() throws SQLException {
    bench.answer(bench.byHandCardFor("ada", WORDS), new Verdict.SentByHand());
    bench.store(own("urn-1", "I will be there, I hope."));
    bench.time.advance(ByHand.SAME_WITHIN.plusSeconds(1));
    bench.store(own("urn-2", WORDS));
    assertThat(bench.database.count("message where from_owner")).isEqualTo(3);
  }

  /** Read as history, behind a newer message, it closes no card; the word then adds nothing. */
  @Test
  void findsTheMessageThatWasReadBeforeTheOwnerSaidSo() throws SQLException {
    Card card = bench.byHandCardFor("ada", WORDS);
    bench.time.advance(Duration.ofMinutes(3));
    bench.database.asOwner("update message set placed_at = placed_at + interval '1 hour'");
    bench.store(own("urn-1", WORDS));

    assertThat(bench.answer(card, new Verdict.SentByHand())).isEqualTo(new Settled.Accepted());

    assertThat(bench.database.count("message where from_owner")).isEqualTo(1);
    assertThat(bench.database.asOwner("select detail from approval")).isEqualTo("urn-1");
  }

  @Test
  void holdsTheWordWhileABatchOfTheSameAccountIsRead() throws Exception {
    Card card = bench.byHandCardFor("ada", WORDS);
    InboundMessage read = own("urn-1", WORDS);
    try (var both = Executors.newFixedThreadPool(2)) {
      List<Callable<Object>> work =
          List.of(() -> bench.answer(card, new Verdict.SentByHand()), () -> bench.store(read));
      for (Future<Object> one : both.invokeAll(work)) {
        one.get();
      }
    }
    assertThat(bench.database.count("message where from_owner")).isEqualTo(1);
  }

  private InboundMessage own(String id, String words) {
    return Messages.ownTo(Bench.MAIL, "ada", id, words, bench.now());
  }

  private String kept() throws SQLException {
    return bench.database.asOwner("select body from message where by_us and by_hand");
  }
}
