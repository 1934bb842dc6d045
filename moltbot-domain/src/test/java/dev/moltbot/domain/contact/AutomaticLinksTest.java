package dev.moltbot.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.contact.AutomaticLinks.Node;
import dev.moltbot.domain.contact.AutomaticLinks.Outcome;
import dev.moltbot.domain.message.UntrustedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a shared mark proves, and what it does not. */
class AutomaticLinksTest {
  private static final Mark MAIL = Mark.email("ann@example.org").orElseThrow();
  private static final Mark LINE = Mark.phone("+380441234567").orElseThrow();

  @Test
  void joinsWhoSharesAMarkInAStarAroundTheSmallest() {
    Outcome outcome = decide(MAIL, card(1, "Ann Lee"), card(2, ""), card(3, "A. Lee"));
    assertThat(outcome.links()).containsExactlyInAnyOrder(pair(1, 2), pair(1, 3));
    assertThat(outcome.doubts()).isEmpty();
  }

  @Test
  void joinsNobodyByALineThatTwoNamesShareButEqualOnes() {
    Outcome outcome =
        decide(
            LINE, card(1, "John Smith"), card(2, "Jane Smith"), card(3, "John Smith"), card(4, ""));
    assertThat(outcome.links()).containsExactly(pair(1, 3));
    assertThat(outcome.doubts()).contains(pair(1, 2)).doesNotContain(pair(1, 3));
  }

  @Test
  void doesNotTakeAnInitialForAnybodyWhereTwoAreMeant() {
    Outcome outcome =
        decide(LINE, card(1, "J. Smith"), card(2, "John Smith"), card(3, "Jane Smith"));
    assertThat(outcome.links()).isEmpty();
    assertThat(decide(LINE, card(1, "J. Smith"), card(2, "John Smith")).links()).hasSize(1);
  }

  @Test
  void joinsTheSameMailboxOnTwoChannelsWhateverItIsCalled() {
    Outcome outcome = decide(MAIL, own(1, "Ann"), own(2, "Example Shop"));
    assertThat(outcome.links()).containsExactly(pair(1, 2));
  }

  @Test
  void givesAContestedMailboxToWhomItIsCalledAfter() {
    Outcome outcome = decide(LINE, own(1, "Ann Lee"), card(2, "Ann Lee"), card(3, "Bo Lee"));
    assertThat(outcome.links()).containsExactly(pair(1, 2));
    assertThat(decide(LINE, own(1, ""), card(2, "Ann Lee"), card(3, "Bo Lee")).links()).isEmpty();
  }

  @Test
  void provesNothingByAnOfficesAddress() {
    for (String office :
        List.of("info@a.org", "no-reply@a.org", "noreply+7@a.org", "support@a.org")) {
      Mark mark = Mark.email(office).orElseThrow();
      assertThat(decide(mark, own(1, ""), card(2, "Ann Lee")).links()).as(office).isEmpty();
      assertThat(decide(mark, own(1, ""), card(2, "Ann Lee")).doubts()).as(office).isEmpty();
      assertThat(decide(mark, own(1, "A"), own(2, "B")).links()).as(office).hasSize(1);
    }
    Mark person = Mark.email("infanta@a.org").orElseThrow();
    assertThat(decide(person, own(1, ""), card(2, "Ann Lee")).links()).hasSize(1);
  }

  @Test
  void provesNothingByAMarkOfTooMany() {
    assertThat(decide(LINE, cards(AutomaticLinks.MAX_SHARING)).links())
        .hasSize(AutomaticLinks.MAX_SHARING - 1);
    Outcome outcome = decide(LINE, cards(AutomaticLinks.MAX_SHARING + 1));
    assertThat(outcome.links()).isEmpty();
    assertThat(outcome.doubts()).isEmpty();
  }

  @Test
  void leavesWhomTheOwnerKeepsApartAndJoinsTheRest() {
    Outcome outcome =
        AutomaticLinks.of(
            MAIL,
            List.of(card(1, "Ann"), card(2, "Ann"), card(3, "Ann")),
            Set.of(pair(1, 2), pair(1, 3)),
            new PlainNames());
    assertThat(outcome.links()).containsExactly(pair(2, 3));
  }

  @Test
  void asksAboutFewAndNotAboutAWholeOffice() {
    var many = new ArrayList<Node>();
    for (int i = 1; i <= AutomaticLinks.MAX_DOUBTED + 1; i++) {
      many.add(card(i, "Name" + i + " Last" + i));
    }
    assertThat(decide(LINE, many.toArray(Node[]::new)).doubts()).isEmpty();
    many.removeLast();
    assertThat(decide(LINE, many.toArray(Node[]::new)).doubts()).hasSize(6);
  }

  private static Outcome decide(Mark mark, Node... nodes) {
    return AutomaticLinks.of(mark, List.of(nodes), Set.of(), new PlainNames());
  }

  private static Node[] cards(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> card(i, "Ann Lee")).toArray(Node[]::new);
  }

  private static Node card(int id, String name) {
    return new Node(id(id), new UntrustedText(name), false);
  }

  private static Node own(int id, String name) {
    return new Node(id(id), new UntrustedText(name), true);
  }

  private static Pair pair(int one, int other) {
    return Pair.of(id(one), id(other));
  }

  private static ContactId id(int number) {
    return new ContactId(new UUID(0, number));
  }
}
