package dev.moltbot.adapter.postgres.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.postgres.Bench;
import dev.moltbot.domain.approval.Verdict;
import dev.moltbot.domain.contact.Annotation;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.Content;
import dev.moltbot.domain.message.ConversationId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.RawBytes;
import dev.moltbot.domain.message.Sender;
import dev.moltbot.domain.message.Threading;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.Forgotten;
import dev.moltbot.port.Intake;
import dev.moltbot.port.Quarantined;
import dev.moltbot.testkit.Messages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is forgotten is in no table any more, and in no entry of the record. */
class ForgettingTest {
  private static final String EVERYTHING =
      """
      select string_agg(words, E'\\n') from (
          select query_to_xml('select * from ' || table_name, true, false, '')::text as words
          from information_schema.tables
          where table_schema = 'public' and table_type = 'BASE TABLE') all_tables
      """;

  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void leavesNothingByWhichThePersonCouldBeFound() throws Exception {
    everythingAboutZelda();
    assertThat(bench.database.asOwner(EVERYTHING)).containsIgnoringCase("zelda");
    Forgotten done = bench.contacts.forget(contact("zelda"), bench.now());
    assertThat(done).isEqualTo(new Forgotten.Erased(1, 4, 1, 2));
    assertThat(bench.database.asOwner(EVERYTHING)).doesNotContainIgnoringCase("zelda");
    assertThat(bench.database.asOwner("select count(*) from quarantine where head <> ''"))
        .isEqualTo("0");
    assertThat(bench.audit.verify().valid()).isTrue();
    assertThat(bench.audit.tail(1).getFirst().type()).isEqualTo("ContactForgotten");
  }

  @Test
  void leavesOthersAsTheyWere() throws Exception {
    everythingAboutZelda();
    bench.contacts.forget(contact("zelda"), bench.now());
    assertThat(bench.contacts.size()).isEqualTo(1);
    assertThat(bench.contacts.contactOf(handle("bob"))).isPresent();
    assertThat(bench.database.asOwner("select count(*) from message where body like '%group%'"))
        .isEqualTo("1");
    assertThat(bench.database.asOwner("select count(*) from message where body = ''"))
        .isEqualTo("1");
    assertThat(bench.database.count("conversation")).isEqualTo(1);
    assertThat(bench.conversations.claimDue(Bench.LEASE, bench.now()))
        .as("nothing is due for an empty message")
        .isEmpty();
  }

  @Test
  void takesWhoWritesAgainForSomebodyNew() {
    everythingAboutZelda();
    bench.contacts.forget(contact("zelda"), bench.now());
    assertThat(bench.contacts.forget(ContactId.of(handle("zelda")), bench.now()))
        .isEqualTo(new Forgotten.NoSuchPerson());
    bench.receives("zelda", "m-again");
    assertThat(bench.contacts.contactOf(handle("zelda"))).isPresent();
    assertThat(bench.contacts.export(ContactId.NOBODY, 9))
        .allSatisfy(one -> assertThat(one.annotations()).isEmpty());
  }

  @Test
  void waitsForAReplyThatIsBeingSent() {
    bench.claimFor("zelda");
    assertThat(bench.contacts.forget(contact("zelda"), bench.now()))
        .isEqualTo(new Forgotten.BeingAnswered());
    assertThat(bench.contacts.contactOf(handle("zelda"))).isPresent();
  }

  @Test
  void emptiesNoConversationWithOthersWhenItsLastWordIsAnothers() {
    bench.store(inGroup("zelda", "g1"), inGroup("bob", "g2"));
    bench.contacts.forget(contact("zelda"), bench.now());
    assertThat(bench.claim().conversation().latest().id().nativeId()).isEqualTo("g2");
  }

  private void everythingAboutZelda() {
    var card = bench.cardFor("zelda");
    bench.answer(card, new Verdict.Reject());
    bench.time.advance(Duration.ofMinutes(1));
    bench.store(
        Messages.ownTo(Bench.MAIL, "zelda", "m-own", "Dear Zelda", bench.now()),
        own("with-nobody-else", "m-first", "Hello Zelda", "zelda"),
        inGroup("bob", "g1"));
    bench.propose(bench.claim(), "To the group");
    bench.time.advance(Duration.ofMinutes(1));
    bench.receives("zelda", "m2-zelda");
    bench.propose(bench.claim(), "Yes, Zelda");
    bench.time.advance(Duration.ofMinutes(1));
    bench.store(inGroup("zelda", "g2-zelda"));
    var head =
        RawBytes.headOf("From: ZELDA@example.org\n\0\u00ff".getBytes(StandardCharsets.UTF_8));
    var unreadable =
        new Quarantined(new MessageId(Bench.MAIL, "zelda@example.org:7"), "?", 9, head);
    bench.conversations.store(
        Bench.MAIL, new Intake(List.of(), List.of(unreadable), new Cursor("c")), bench.now());
    ContactId zelda = contact("zelda");
    bench.contacts.annotate(
        zelda, new Annotation(Annotation.Kind.NOTE, "zelda's note"), bench.now());
    bench.contacts.annotate(zelda, new Annotation(Annotation.Kind.TAG, "zelda"), bench.now());
  }

  private InboundMessage inGroup(String who, String id) {
    return message("a-group", id, who, "to the group", Set.of(), List.of());
  }

  private InboundMessage own(String conversation, String id, String words, String to) {
    return message(conversation, id, "me", words, Set.of(Trait.FROM_OWNER), List.of(sender(to)));
  }

  private InboundMessage message(
      String conversation,
      String id,
      String who,
      String words,
      Set<Trait> traits,
      List<Sender> audience) {
    return new InboundMessage(
        new MessageId(Bench.MAIL, id),
        new ConversationId(Bench.MAIL, conversation),
        sender(who),
        new Content(new UntrustedText("about us"), new UntrustedText(words + "?")),
        bench.now(),
        Threading.NONE,
        traits,
        audience);
  }

  private static Sender sender(String who) {
    return Sender.of(new Address(who + "@example.org"), new UntrustedText(who));
  }

  private ContactId contact(String who) {
    return bench.contacts.contactOf(handle(who)).orElseThrow().id();
  }

  private static Handle handle(String who) {
    return new Handle(Bench.MAIL.channel(), who + "@example.org");
  }
}
