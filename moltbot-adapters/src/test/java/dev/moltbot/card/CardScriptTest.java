package dev.moltbot.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.contact.Relationship;
import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.Content;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Sender;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.domain.screening.Finding;
import dev.moltbot.port.Card;
import dev.moltbot.testkit.Messages;
import dev.moltbot.testkit.SettableTime;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CardScriptTest {
  private static final InboundMessage PLAIN =
      Messages.fromAda(Messages.account("gmail"), "m1", "hello");

  @Test
  void saysWhoItIsAndWhenYouLastSpoke() {
    Relationship known =
        new Relationship.Known(
            SettableTime.NOON.minus(Duration.ofDays(400)), SettableTime.NOON, 1_200, 3);

    assertThat(text(related(Cards.card(1, PLAIN, "fine"), known)))
        .contains("Known since 27 Nov 2024, last contact 1 Jan 2026, 1,200 received, 3 sent");
  }

  @Test
  void warnsOfEverythingThatWasFound() {
    List<Finding> findings =
        List.of(Finding.Kind.values()).stream().map(kind -> new Finding(kind, "clue")).toList();

    String text = text(Cards.card(1, PLAIN, "fine", "Ada says hello.", findings));

    assertThat(text.lines().filter(line -> line.startsWith("⚠ "))).hasSize(findings.size());
  }

  @Test
  void saysThatThereIsMoreThanItShows() {
    InboundMessage message =
        changed(PLAIN.sender(), "x", Set.of(Trait.TRUNCATED, Trait.ATTACHMENTS));

    assertThat(text(Cards.card(1, message, "fine")))
        .contains("longer than is kept", "Came with files, which were not opened");
  }

  @Test
  void keepsASummaryToThreeSentences() {
    String text = text(Cards.card(1, PLAIN, "fine", "One. Two. Three. Four.", List.of()));

    assertThat(text).contains("Summary: One. Two. Three.\n").doesNotContain("Four");
  }

  @Test
  void showsEveryRecipientInFull() {
    List<Address> all =
        IntStream.range(0, Sender.MAX_REPLY_TO)
            .mapToObj(i -> new Address("a".repeat(900) + i + "@example.org"))
            .toList();
    Sender sender = new Sender(new Address("ada@example.org"), new UntrustedText("Ada"), all);

    String text = text(Cards.card(1, changed(sender, "hello", Set.of()), "fine"));

    assertThat(all).allMatch(address -> text.contains(address.value()));
  }

  @Test
  void neverPutsOthersWordsAmongItsOwn() {
    String theirs = "THEIRS\u202E";
    Sender sender =
        new Sender(
            new Address(theirs), new UntrustedText(theirs), List.of(new Address(theirs + "2")));
    Card card =
        Cards.card(
            1,
            changed(sender, theirs, Set.of()),
            theirs,
            theirs,
            List.of(new Finding(Finding.Kind.HIDDEN_TEXT, theirs)));

    for (CardPiece piece : CardScript.of(card, ZoneOffset.UTC)) {
      boolean own = piece instanceof CardPiece.Own || piece instanceof CardPiece.Strong;
      assertThat(own && piece.words().contains("THEIRS")).as("%s", piece).isFalse();
      assertThat(piece.words()).doesNotContain("\u202E");
    }
  }

  @Test
  void countsCodePointsAndNeverCutsOne() {
    assertThat(Excerpt.of("😀".repeat(10), 5)).isEqualTo(new Excerpt("😀😀", 8));
    assertThat(Excerpt.of("\u202E".repeat(10), 16)).isEqualTo(new Excerpt("⟦U+202E⟧⟦U+202E⟧", 8));
    assertThat(Excerpt.of("abc", 3).missing()).isEmpty();
    assertThat(new Excerpt("", 1).missing()).isEqualTo("1 more character");
  }

  private static InboundMessage changed(Sender sender, String text, Set<Trait> traits) {
    return new InboundMessage(
        PLAIN.id(),
        PLAIN.conversation(),
        sender,
        new Content(new UntrustedText(text), new UntrustedText(text)),
        PLAIN.sentAt(),
        PLAIN.threading(),
        traits);
  }

  @Test
  void remembersWhatWasSaidBeforeInALineEach() {
    var account = Messages.account("gmail");
    var before = SettableTime.NOON.minusSeconds(3_600);
    var theirs = Messages.from(account, "ada", "m-2", "First\n\nwords " + "x".repeat(500), before);
    var own = Messages.ownTo(account, "ada", "m-1", "My answer", before.plusSeconds(60));
    String text = text(after(Cards.card(1, "Sure."), List.of(theirs, own)));
    assertThat(text)
        .contains("Before that\n1 Jan 2026, 11:00 Z ada: First words xxx")
        .contains("more characters")
        .contains("11:01 Z You: My answer");
    assertThat(text(Cards.card(1, "Sure."))).doesNotContain("Before that");
  }

  private static Card after(Card card, List<InboundMessage> earlier) {
    return new Card(
        card.request(),
        card.draft(),
        card.answering(),
        earlier,
        card.category(),
        card.assessment(),
        card.relationship(),
        card.findings(),
        card.author(),
        card.note(),
        card.sending());
  }

  private static Card related(Card card, Relationship relationship) {
    return new Card(
        card.request(),
        card.draft(),
        card.answering(),
        card.earlier(),
        card.category(),
        card.assessment(),
        relationship,
        card.findings(),
        card.author(),
        card.note(),
        card.sending());
  }

  private static String text(Card card) {
    return CardScript.of(card, ZoneOffset.UTC).stream()
        .map(CardPiece::words)
        .collect(Collectors.joining());
  }
}
