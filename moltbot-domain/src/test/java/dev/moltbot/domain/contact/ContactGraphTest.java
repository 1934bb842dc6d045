package dev.moltbot.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.domain.message.UntrustedText;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Handles become people by evidence only. */
class ContactGraphTest {
  private static final Handle MAIL = new Handle(new ChannelId("gmail"), "Ann@Example.org");
  private static final Handle CHAT = new Handle(new ChannelId("telegram"), "ann");

  private final Contact ann = contact(1, "Ann", MAIL);
  private final Contact other = contact(2, "A.", CHAT);
  private final ContactGraph graph = ContactGraph.EMPTY.add(ann).add(other);

  @Test
  void spellsAnAddressInOneWay() {
    assertThat(MAIL).isEqualTo(new Handle(new ChannelId("gmail"), " ann@example.org "));
  }

  @Test
  void keepsPeopleApartWithoutEvidence() {
    assertThat(graph.size()).isEqualTo(2);
    assertThat(graph.contactOf(CHAT)).contains(other);
  }

  @Test
  void joinsOnTheOwnersWord() {
    ContactGraph joined = graph.link(new Evidence.OwnerSaid(MAIL, CHAT));
    assertThat(joined.size()).isEqualTo(1);
    assertThat(joined.contactOf(CHAT))
        .hasValueSatisfying(contact -> assertThat(contact.id()).isEqualTo(ann.id()));
    assertThat(joined.link(new Evidence.OwnerSaid(CHAT, MAIL)).size()).isEqualTo(1);
  }

  @Test
  void leavesTheOldGraphAsItWas() {
    graph.link(new Evidence.SameAddress(MAIL, CHAT));
    assertThat(graph.size()).isEqualTo(2);
  }

  @Test
  void refusesAHandleTwice() {
    assertThatIllegalArgumentException().isThrownBy(() -> graph.add(contact(3, "B", MAIL)));
  }

  @Test
  void showsNoNames() {
    assertThat(ann + " " + MAIL).doesNotContain("Ann").doesNotContain("example");
  }

  private static Contact contact(long id, String name, Handle handle) {
    return new Contact(new ContactId(new UUID(0, id)), new UntrustedText(name), Set.of(handle));
  }
}
