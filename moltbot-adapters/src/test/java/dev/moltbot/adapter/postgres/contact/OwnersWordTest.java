package dev.moltbot.adapter.postgres.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.postgres.Bench;
import dev.moltbot.domain.audit.AuditEntry;
import dev.moltbot.domain.contact.Annotation;
import dev.moltbot.domain.contact.ContactGraph;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.contact.Identity;
import dev.moltbot.domain.contact.Mark;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.port.Exported;
import dev.moltbot.port.Split;
import dev.moltbot.port.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the owner says about people holds, is on record, and can be taken back to the byte. */
class OwnersWordTest {
  private static final Handle MAIL = handle("gmail", "ann@example.org");
  private static final Handle CARD = handle("cards", "ann");
  private static final Handle CHAT = handle("telegram", "77");
  private static final Handle HOME = handle("cards", "home-bo");

  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void mergesAndTakesItBackToTheByte() throws Exception {
    meet();
    String before = GraphDump.of(bench.database);
    ContactId ann = contact(MAIL);
    ContactId chat = contact(CHAT);
    assertThat(bench.contacts.merge(chat, ann, bench.now())).isPresent();
    assertThat(contact(CHAT)).isEqualTo(contact(MAIL)).isEqualTo(contact(CARD));
    assertThat(bench.contacts.split(contact(CHAT), Set.of(), bench.now()))
        .isInstanceOf(Split.Parted.class);
    assertThat(GraphDump.of(bench.database)).isEqualTo(before);
    bench.contacts.merge(ann, chat, bench.now());
    assertThat(bench.contacts.split(contact(CHAT), Set.of(CHAT), bench.now()))
        .isEqualTo(new Split.Parted(sorted(ann, chat), false));
    assertThat(GraphDump.of(bench.database)).isEqualTo(before);
    assertThat(types()).contains("ContactsLinked", "ContactSplit");
    assertThat(bench.audit.verify().valid()).isTrue();
  }

  /** At random: whatever was said before, the next merge leaves no trace once taken back. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void takesAnyMergeBackToTheByteAndAgreesWithTheModel(long seed) throws Exception {
    var random = new Random(seed);
    var model = ContactGraph.empty(Linking.NAMES);
    List<Handle> met = new ArrayList<>();
    for (int step = 0; step < 60; step++) {
      Identity said = GraphModelTest.identity(random);
      bench.contacts.observe(List.of(said), "a test", bench.now());
      model = model.observe(said);
      met.add(said.handle());
      Handle one = met.get(random.nextInt(met.size()));
      Handle other = met.get(random.nextInt(met.size()));
      boolean same = contact(one).equals(contact(other));
      switch (random.nextInt(4)) {
        case 0 -> {
          bench.contacts.merge(contact(one), contact(other), bench.now());
          model = model.link(one, other);
        }
        case 1 -> {
          if (bench.contacts.split(contact(one), Set.of(one), bench.now())
              instanceof Split.Parted) {
            model = model.unlink(Set.of(one));
          }
        }
        case 2 -> {
          if (bench.contacts.refuse(one, other, bench.now())) {
            model = model.apart(one, other);
          }
        }
        default -> {
          if (!same) {
            there(one, other);
          }
        }
      }
      assertThat(GraphModelTest.contacts(bench)).as("step " + step).isEqualTo(model.contacts());
    }
  }

  private void there(Handle one, Handle other) throws Exception {
    String before = GraphDump.of(bench.database);
    Set<Handle> ones = bench.contacts.contactOf(one).orElseThrow().handles();
    bench.contacts.merge(contact(one), contact(other), bench.now());
    bench.contacts.split(contact(one), ones, bench.now());
    assertThat(GraphDump.of(bench.database)).isEqualTo(before);
  }

  @Test
  void keepsApartWhomTheOwnerSplitsAgainstEvidence() {
    meet();
    assertThat(bench.contacts.split(contact(MAIL), Set.of(CARD), bench.now()))
        .isInstanceOfSatisfying(Split.Parted.class, it -> assertThat(it.remembered()).isTrue());
    meet();
    assertThat(contact(CARD)).isNotEqualTo(contact(MAIL));
    bench.contacts.merge(contact(CARD), contact(MAIL), bench.now());
    assertThat(contact(CARD)).isEqualTo(contact(MAIL));
  }

  @Test
  void saysWhatCannotBeSplit() {
    meet();
    assertThat(bench.contacts.split(ContactId.NOBODY, Set.of(), bench.now()))
        .isEqualTo(new Split.NoSuchPerson());
    assertThat(bench.contacts.split(contact(CHAT), Set.of(), bench.now()))
        .isEqualTo(new Split.NothingMerged());
    assertThat(bench.contacts.split(contact(CHAT), Set.of(CHAT), bench.now()))
        .isEqualTo(new Split.NotAPart());
    assertThat(bench.contacts.split(contact(MAIL), Set.of(CHAT), bench.now()))
        .isEqualTo(new Split.NotAPart());
  }

  @Test
  void suggestsTwoNamesOnOneLineUntilTheOwnerDecides() throws Exception {
    meet();
    List<Suggestion> suggested = bench.contacts.suggestions(9);
    assertThat(suggested).hasSize(1);
    Suggestion one = suggested.getFirst();
    assertThat(one.reasons()).containsExactly("the same phone number, under two names");
    assertThat(Set.of(one.first().id(), one.second().id()))
        .isEqualTo(Set.of(contact(CARD), contact(HOME)));
    bench.database.asOwner(
        "insert into suggestion select least(c.handle_id, h.handle_id), greatest(c.handle_id,"
            + " h.handle_id), 0.9, '{the same family name}', now() from handle c, handle h where"
            + " c.value = '77' and h.value = 'home-bo'");
    assertThat(bench.contacts.suggestions(9)).hasSize(2);
    assertThat(bench.contacts.suggestions(1).getFirst().score()).isGreaterThan(0.8);
    assertThat(bench.contacts.refuse(one.firstHandle(), one.secondHandle(), bench.now())).isTrue();
    bench.contacts.merge(contact(CHAT), contact(HOME), bench.now());
    assertThat(bench.contacts.suggestions(9)).isEmpty();
    assertThat(types()).contains("MergeRefused");
  }

  @Test
  void keepsTheOwnersWordsThroughMergesAndOutOfTheRecord() {
    meet();
    var family = new Annotation(Annotation.Kind.TAG, "Family");
    ContactId ann = contact(MAIL);
    ContactId chat = contact(CHAT);
    assertThat(bench.contacts.annotate(ann, family, bench.now())).isTrue();
    assertThat(bench.contacts.annotate(ann, family, bench.now())).isFalse();
    bench.contacts.merge(ann, chat, bench.now());
    ContactId both = contact(MAIL);
    assertThat(bench.contacts.annotate(both, family, bench.now())).isFalse();
    bench.contacts.annotate(both, new Annotation(Annotation.Kind.NAME, "Aunt"), bench.now());
    bench.contacts.annotate(both, new Annotation(Annotation.Kind.NAME, "Auntie"), bench.now());
    Exported exported =
        bench.contacts.export(ContactId.NOBODY, 9).stream()
            .filter(one -> one.id().equals(both))
            .findFirst()
            .orElseThrow();
    assertThat(exported.name().reveal()).isEqualTo("Auntie");
    assertThat(exported.handles()).hasSize(3);
    assertThat(exported.annotations())
        .extracting(Annotation::words)
        .containsExactly("family", "Auntie");
    assertThat(bench.contacts.unannotate(both, family, bench.now())).isTrue();
    assertThat(bench.contacts.unannotate(both, family, bench.now())).isFalse();
    assertThat(bench.audit.tail(99).toString())
        .doesNotContainIgnoringCase("aunt")
        .doesNotContain("family");
  }

  @Test
  void handsEverybodyOutOnce() {
    meet();
    var all = new ArrayList<ContactId>();
    ContactId last = ContactId.NOBODY;
    for (List<Exported> page = bench.contacts.export(last, 2); !page.isEmpty(); ) {
      page.forEach(one -> all.add(one.id()));
      page = bench.contacts.export(all.getLast(), 2);
    }
    assertThat(all).hasSize((int) bench.contacts.size()).doesNotHaveDuplicates();
  }

  /** Ann by mail and on a card with the home number; Bo's card has that number, too. */
  private void meet() {
    Mark home = Mark.phone("+380441234567").orElseThrow();
    bench.contacts.observe(
        List.of(
            Identity.of(MAIL, new UntrustedText("Ann Lee"), bench.now()),
            Identity.of(CHAT, new UntrustedText("annie"), bench.now()),
            card(CARD, "Ann Lee", home, Mark.email("ann@example.org").orElseThrow()),
            card(HOME, "Bo Lee", home)),
        "a test",
        bench.now());
  }

  private Identity card(Handle handle, String name, Mark... marks) {
    return new Identity(handle, new UntrustedText(name), Set.of(marks), List.of(), bench.now());
  }

  private ContactId contact(Handle handle) {
    return bench.contacts.contactOf(handle).orElseThrow().id();
  }

  private static List<ContactId> sorted(ContactId... ids) {
    return Stream.of(ids).sorted().toList();
  }

  private List<String> types() {
    return bench.audit.tail(99).stream().map(AuditEntry::type).toList();
  }

  private static Handle handle(String channel, String value) {
    return new Handle(new ChannelId(channel), value);
  }
}
