package dev.moltbot.adapter.postgres.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moltbot.adapter.postgres.Bench;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.contact.Relationship;
import dev.moltbot.domain.draft.ReplyDecision;
import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.RawBytes;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.DraftTask;
import dev.moltbot.port.Intake;
import dev.moltbot.port.Quarantined;
import dev.moltbot.testkit.Messages;
import dev.moltbot.testkit.SettableTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages go in once, whatever they hold, and wake their conversations. */
class StoredMessagesTest {
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
  void storesTheSameMessagesOnce() {
    InboundMessage[] messages =
        IntStream.range(0, 1_000)
            .mapToObj(i -> mail("p" + i % 7, "m" + i))
            .toArray(InboundMessage[]::new);
    assertThat(bench.store(messages)).isEqualTo(new Intake.Stored(1_000, 0, 0));
    assertThat(bench.store(messages)).isEqualTo(new Intake.Stored(0, 1_000, 0));
    assertThat(bench.ledger.tally().messages()).isEqualTo(1_000);
    assertThat(bench.ledger.tally().contacts()).isEqualTo(7);
    assertThat(bench.audit.verify().valid()).isTrue();
  }

  @Test
  void storesAMessageOnceThoughItsBatchHoldsItTwice() {
    assertThat(bench.store(mail("ada", "m1"), mail("ada", "m1")))
        .isEqualTo(new Intake.Stored(1, 1, 0));
  }

  @Test
  void givesBackWhatWasStored() {
    InboundMessage message = mail("ada", "m1");
    bench.store(message);
    DraftTask task = bench.claim();
    assertThat(task.conversation().messages()).containsExactly(message);
    assertThat(task.triage().reason()).isNotBlank();
  }

  /** No NUL in PostgreSQL's text, no half pair in UTF-8; neither may cost the batch. */
  @Test
  void storesWhatNoDatabaseTextCanHold() throws Exception {
    bench.store(
        mail("ada", "m\0" + "1"),
        Messages.from(
            Bench.MAIL, "bob", "m2", "half \ud83d pair, \0 and \\ \"{,}\"?", bench.now()));
    assertThat(bench.ledger.tally().messages()).isEqualTo(2);
    assertThat(bench.store(mail("ada", "m\0" + "1")).duplicates()).isEqualTo(1);
    assertThat(bench.database.asOwner("select body from message where native_id = 'm2'"))
        .isEqualTo("half \ufffd pair, \ufffd and \\ \"{,}\"?");
    assertThat(bench.database.asOwner("select count(*) from message where repaired"))
        .isEqualTo("2");
  }

  @Test
  void storesIdsAndAddressesOfAnyLengthAndDatesOfAnyYear() {
    String longId = "\u20ac".repeat(1_000);
    bench.store(
        Messages.from(Bench.MAIL, "\ufdfa".repeat(300), longId, "why?", Instant.MAX),
        Messages.from(Bench.MAIL, "bob", "m2", "why?", Instant.MIN));
    assertThat(bench.store(mail("ada", longId)).duplicates()).isEqualTo(1);
  }

  @Test
  void keepsCursorAndMessagesTogether() {
    bench.conversations.store(Bench.MAIL, Bench.intake("after m1", mail("ada", "m1")), bench.now());
    assertThat(bench.accounts.cursor(Bench.MAIL)).isEqualTo(new Cursor("after m1"));
    InboundMessage foreign = Messages.fromAda(Messages.account("viber"), "m2", "hello?");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            bench.conversations.store(
                Bench.MAIL, Bench.intake("after m2", mail("bob", "m3"), foreign), bench.now()));
    assertThat(bench.accounts.cursor(Bench.MAIL)).isEqualTo(new Cursor("after m1"));
    assertThat(bench.ledger.tally().messages()).isEqualTo(1);
  }

  /** Fails at the batch's last write, after messages and contacts went in. */
  @Test
  void storesNothingWhenTheCursorCannotBeStored() throws Exception {
    bench.receives("ada", "m1");
    bench.database.asOwner(
        "alter table account add constraint planted check (cursor <> 'unlucky')");
    assertThatThrownBy(() ->
            bench.conversations.store(
                Bench.MAIL, Bench.intake("unlucky", mail("bob", "m2")), bench.now()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("bob");
    assertThat(bench.ledger.tally().messages()).isEqualTo(1);
    assertThat(bench.contacts.size()).isEqualTo(1);
    assertThat(bench.audit.tail(9)).hasSize(2);
  }

  @Test
  void setsAsideWhatCouldNotBeReadOnce() {
    var broken =
        new Quarantined(
            new MessageId(Bench.MAIL, "bad"),
            "no header",
            9_000_000,
            RawBytes.headOf(new byte[] {0, 1}));
    var intake = new Intake(List.of(), List.of(broken), new Cursor("c"));
    assertThat(bench.conversations.store(Bench.MAIL, intake, bench.now()).quarantined())
        .isEqualTo(1);
    assertThat(bench.conversations.store(Bench.MAIL, intake, bench.now()).quarantined()).isZero();
    assertThat(bench.ledger.tally().quarantined()).isEqualTo(1);
  }

  @Test
  void claimsUrgentConversationsFirstAndEachOnce() {
    bench.store(mail("ada", "m1"), mail("eve", "m2", "Please answer, it is urgent"));
    assertThat(bench.claim().conversation().latest().id().nativeId()).isEqualTo("m2");
    assertThat(bench.claim().conversation().latest().id().nativeId()).isEqualTo("m1");
    assertThat(bench.conversations.claimDue(Bench.LEASE, bench.now())).isEmpty();
    bench.time.advance(Bench.LEASE);
    assertThat(bench.conversations.claimDue(Bench.LEASE, bench.now())).isPresent();
  }

  @Test
  void comesBackWhenPostponedAndNotBefore() {
    bench.receives("ada", "m1");
    bench.conversations.postpone(
        bench.claim(), new ReplyDecision.Wait(bench.now().plusSeconds(60)));
    assertThat(bench.conversations.claimDue(Bench.LEASE, bench.now())).isEmpty();
    bench.time.advance(Duration.ofSeconds(60));
    assertThat(bench.conversations.claimDue(Bench.LEASE, bench.now())).isPresent();
  }

  @Test
  void isNotDueWhenTheOwnerAnsweredLast() {
    bench.receives("ada", "m1");
    Instant later = bench.now().plusSeconds(1);
    bench.time.set(later);
    bench.store(Messages.ownTo(Bench.MAIL, "ada", "m2", "I am coming.", later));
    assertThat(bench.ledger.tally().due()).isZero();
  }

  /** History that arrives late says nothing about whose turn it is. */
  @Test
  void staysAsItIsWhenOldMessagesComeIn() {
    bench.receives("ada", "m1");
    bench.drafts.withhold(
        bench.claim(), dev.moltbot.domain.triage.Category.FYI, "seen", bench.now());
    bench.store(
        Messages.from(Bench.MAIL, "ada", "m0", "Earlier: could you?", bench.now().minusSeconds(9)));
    assertThat(bench.ledger.tally().due()).isZero();
  }

  /** A sender's clock that runs ahead must not stay the last word for ever. */
  @Test
  void ordersMessagesFromTheFutureByWhenTheyCame() {
    Instant future = SettableTime.NOON.plus(Duration.ofDays(900));
    bench.store(Messages.from(Bench.MAIL, "ada", "m1", "from the future?", future));
    bench.time.advance(Duration.ofHours(1));
    bench.receives("ada", "m2");
    assertThat(bench.claim().conversation().latest().id().nativeId()).isEqualTo("m2");
  }

  @Test
  void knowsPeopleByTheirHandlesAndHistory() {
    Handle ada = Handle.of(Bench.MAIL.channel(), new Address("Ada@Example.org"));
    assertThat(bench.contacts.contactOf(ada)).isEmpty();
    bench.receives("ada", "m1");
    assertThat(bench.contacts.relationship(ada)).isEqualTo(new Relationship.New());
    bench.time.advance(Duration.ofDays(1));
    bench.store(Messages.ownTo(Bench.MAIL, "ada", "m2", "Sure.", bench.now()));
    Instant answered = bench.now();
    bench.time.advance(Duration.ofDays(1));
    bench.receives("ada", "m3");
    assertThat(bench.contacts.relationship(ada))
        .isEqualTo(new Relationship.Known(SettableTime.NOON, answered, 2, 1));
    assertThat(bench.contacts.contactOf(ada).orElseThrow().name().reveal()).isEqualTo("ada");
    assertThat(bench.contacts.size()).isEqualTo(1);
  }

  private InboundMessage mail(String who, String nativeId) {
    return mail(who, nativeId, "Could you come at six?");
  }

  private InboundMessage mail(String who, String nativeId, String text) {
    return Messages.from(Bench.MAIL, who, nativeId, text, bench.now());
  }
}
