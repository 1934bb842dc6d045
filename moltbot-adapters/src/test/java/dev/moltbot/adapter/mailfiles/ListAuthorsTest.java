package dev.moltbot.adapter.mailfiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.domain.message.Content;
import dev.moltbot.domain.message.ConversationId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.Sender;
import dev.moltbot.domain.message.Threading;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.domain.message.UntrustedText;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ListAuthorsTest {
  private static final AccountId MAIL = new AccountId(new ChannelId("mail"), "import");
  private static final Address LIST = new Address("talk@lists.example.org");
  private static final Address ANN = new Address("ann@example.org");

  private final ListAuthors authors = new ListAuthors("me@example.org"::equals);

  private static InboundMessage mail(String name, List<Address> replyTo, Set<Trait> traits) {
    return new InboundMessage(
        new MessageId(MAIL, "1"),
        new ConversationId(MAIL, "1"),
        new Sender(LIST, new UntrustedText(name), replyTo),
        new Content(new UntrustedText("Hello"), new UntrustedText("Words")),
        Instant.EPOCH,
        Threading.NONE,
        traits);
  }

  @Test
  void namesTheAuthorWhoseAddressAListReplaced() {
    var munged = mail("'Ann Lee' via Talk", List.of(ANN), Set.of(Trait.DISCUSSION));
    Sender author = authors.restored(munged).sender();
    assertThat(author).isEqualTo(Sender.of(ANN, new UntrustedText("Ann Lee")));
  }

  /** Else the owner would be somebody whom the owner knows. */
  @Test
  void takesTheOwnersMailThatComesBackFromAListForTheirs() {
    var me = new Address("me@example.org");
    var own = authors.restored(mail("Me via Talk", List.of(me), Set.of(Trait.DISCUSSION)));
    assertThat(own.traits()).containsExactlyInAnyOrder(Trait.DISCUSSION, Trait.FROM_OWNER);
    assertThat(own.sender().address()).isEqualTo(me);
    assertThat(own.audience()).containsExactly(Sender.of(LIST, UntrustedText.NONE));
    var anns = authors.restored(mail("Ann via Talk", List.of(ANN), Set.of(Trait.DISCUSSION)));
    assertThat(anns.has(Trait.FROM_OWNER)).isFalse();
    assertThat(anns.audience()).isEmpty();
  }

  @Test
  void believesNoReplyToElsewhere() {
    Set<Trait> list = Set.of(Trait.DISCUSSION);
    assertThat(
            List.of(
                mail("Ann via Talk", List.of(ANN), Set.of()),
                mail("Ann Lee", List.of(ANN), list),
                mail("Ann via Talk", List.of(LIST), list),
                mail("Ann via Talk", List.of(LIST, ANN), list)))
        .allSatisfy(mail -> assertThat(authors.restored(mail)).isSameAs(mail));
  }
}
