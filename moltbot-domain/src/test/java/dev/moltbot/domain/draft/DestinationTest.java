package dev.moltbot.domain.draft;

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
import dev.moltbot.domain.message.UntrustedText;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A reply goes where the message it answers says, and nowhere else. */
class DestinationTest {

  @Test
  void answersTheReplyAddressOnly() {
    assertThat(Destination.answering(message("hi")).recipients())
        .containsExactly(new Address("list@example.org"));
  }

  @Test
  void putsReInFrontOnce() {
    assertThat(Destination.answering(message("Tea")).subject()).isEqualTo("Re: Tea");
    assertThat(Destination.answering(message("RE: Tea")).subject()).isEqualTo("RE: Tea");
    assertThat(Destination.answering(message("")).subject()).isEmpty();
  }

  @Test
  void makesTheirSubjectOneHarmlessLine() {
    String subject = Destination.answering(message("Tea\r\nBcc: x@y\u202E")).subject();
    assertThat(subject).isEqualTo("Re: Tea Bcc: x@y");
  }

  @Test
  void cutsLongSubjectsBetweenCharacters() {
    String subject = Destination.answering(message("x".repeat(195) + "👋👋👋")).subject();
    assertThat(subject.length()).isLessThanOrEqualTo(Destination.MAX_SUBJECT_CHARS);
    assertThat(Character.isHighSurrogate(subject.charAt(subject.length() - 1))).isFalse();
  }

  private static InboundMessage message(String subject) {
    var account = new AccountId(new ChannelId("gmail"), "me");
    var sender =
        new Sender(
            new Address("ada@example.org"),
            UntrustedText.NONE,
            List.of(new Address("list@example.org")));
    return new InboundMessage(
        new MessageId(account, "1"),
        new ConversationId(account, "t"),
        sender,
        new Content(new UntrustedText(subject), UntrustedText.NONE),
        Instant.EPOCH,
        Threading.NONE,
        Set.of());
  }
}
