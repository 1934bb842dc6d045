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
    Sender author = ListAuthors.restored(munged).sender();
    assertThat(author).isEqualTo(Sender.of(ANN, new UntrustedText("Ann Lee")));
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
        .allSatisfy(mail -> assertThat(ListAuthors.restored(mail)).isSameAs(mail));
  }
}
