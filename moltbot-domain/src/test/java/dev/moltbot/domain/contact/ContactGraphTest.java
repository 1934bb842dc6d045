package dev.moltbot.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.domain.message.UntrustedText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Handles become people by evidence and by the owner's word, and both can be taken back. */
class ContactGraphTest {
  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
  private static final Handle MAIL = handle("gmail", "Ann@Example.org");
  private static final Handle IMAP = handle("imap", "ann@example.org");
  private static final Handle CHAT = handle("telegram", "ann");
  private static final Handle CARD = handle("cards", "1");

  private final ContactGraph graph =
      graph(
          seen(MAIL, "Ann Lee", 1), seen(CHAT, "A.", 2), card(CARD, "Ann Lee", "ann@example.org"));

  @Test
  void spellsAnAddressInOneWay() {
    assertThat(MAIL).isEqualTo(handle("gmail", " ann@example.org "));
  }

  @Test
  void joinsByEvidenceAndKeepsOthersApart() {
    assertThat(graph.size()).isEqualTo(2);
    assertThat(handles(graph, MAIL)).containsExactlyInAnyOrder(MAIL, CARD);
  }

  @Test
  void joinsOnTheOwnersWordAndTakesItBack() {
    ContactGraph joined = graph.link(CARD, CHAT);
    assertThat(handles(joined, CHAT)).containsExactlyInAnyOrder(MAIL, CARD, CHAT);
    assertThat(joined.link(CHAT, MAIL)).isSameAs(joined);
    ContactGraph again = joined.unlink(Set.of(CHAT));
    assertThat(again.contacts()).isEqualTo(graph.contacts());
    assertThat(again.observe(card(CHAT, "A.", "ann@example.org")).size())
        .as("only what evidence would join again is kept apart")
        .isEqualTo(1);
  }

  @Test
  void keepsApartWhomTheOwnerSplitsAgainstEvidence() {
    ContactGraph split = graph.observe(seen(IMAP, "", 0)).unlink(Set.of(CARD));
    assertThat(handles(split, CARD)).containsExactly(CARD);
    assertThat(handles(split, MAIL)).as("the rest stays one").containsExactlyInAnyOrder(MAIL, IMAP);
    Handle third = handle("cards", "3");
    ContactGraph tempted =
        split.observe(
            new Identity(
                third,
                new UntrustedText("Ann Lee"),
                Set.of(Mark.email("ann@example.org").orElseThrow()),
                List.of(),
                NOON));
    assertThat(tempted.contacts().of(ContactId.of(CARD)))
        .isNotEqualTo(tempted.contacts().of(ContactId.of(MAIL)));
    assertThat(handles(split.link(CARD, IMAP), MAIL))
        .as("the owner's word counts for more")
        .containsExactlyInAnyOrder(MAIL, IMAP, CARD);
  }

  @Test
  void neverJoinsByEvidenceWhomTheOwnerRefused() {
    ContactGraph refused = graph.apart(CHAT, MAIL);
    assertThat(
            refused.observe(card(CHAT, "A.", "ann@example.org")).contacts().of(ContactId.of(CHAT)))
        .isNotEqualTo(refused.contacts().of(ContactId.of(MAIL)));
  }

  @Test
  void leavesTheOldGraphAsItWas() {
    graph.link(MAIL, CHAT);
    assertThat(graph.size()).isEqualTo(2);
  }

  @Test
  void refusesAHandleNobodyHas() {
    assertThatIllegalArgumentException().isThrownBy(() -> graph.link(MAIL, handle("x", "who")));
  }

  @Test
  void takesTheLatestNameInWhateverOrder() {
    assertThat(name(graph(seen(CHAT, "new", 2), seen(CHAT, "old", 1)))).isEqualTo("new");
    assertThat(name(graph(seen(CHAT, "old", 1), seen(CHAT, "", 3), seen(CHAT, "new", 2))))
        .isEqualTo("new");
  }

  @Test
  void isTheSameWhateverTheOrder() {
    var random = new Random(4);
    for (int round = 0; round < 40; round++) {
      List<Identity> said = new ArrayList<>();
      for (int i = 0; i < 25; i++) {
        said.add(
            card(
                handle("cards", "" + random.nextInt(15)),
                List.of("Ann Lee", "Bo Lee", "A Lee", "").get(random.nextInt(4)),
                random.nextInt(8) + "@example.org"));
      }
      var before = graph(said.toArray(Identity[]::new)).contacts();
      Collections.shuffle(said, random);
      assertThat(graph(said.toArray(Identity[]::new)).contacts()).isEqualTo(before);
    }
  }

  @Test
  void showsNoNames() {
    assertThat(graph.contactOf(MAIL).orElseThrow() + " " + MAIL)
        .doesNotContain("Ann")
        .doesNotContain("example");
  }

  private static ContactGraph graph(Identity... said) {
    var graph = ContactGraph.empty(new PlainNames());
    for (Identity one : said) {
      graph = graph.observe(one);
    }
    return graph;
  }

  private static Set<Handle> handles(ContactGraph graph, Handle handle) {
    return graph.contactOf(handle).orElseThrow().handles();
  }

  private static String name(ContactGraph graph) {
    return graph.contactOf(CHAT).orElseThrow().name().reveal();
  }

  private static Handle handle(String channel, String value) {
    return new Handle(new ChannelId(channel), value);
  }

  private static Identity seen(Handle handle, String name, int hour) {
    return Identity.of(handle, new UntrustedText(name), NOON.plusSeconds(3_600L * hour));
  }

  private static Identity card(Handle handle, String name, String mail) {
    return new Identity(
        handle, new UntrustedText(name), Set.of(Mark.email(mail).orElseThrow()), List.of(), NOON);
  }
}
