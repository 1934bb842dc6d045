package dev.moltbot.domain.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.domain.message.Content;
import dev.moltbot.domain.message.Conversation;
import dev.moltbot.domain.message.ConversationId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.Sender;
import dev.moltbot.domain.message.Threading;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.domain.triage.Category;
import dev.moltbot.domain.triage.Triage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When a conversation gets a draft. */
class ReplyPolicyTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Triage ASKED = new Triage(Category.NEEDS_REPLY, false, "asks");

  private final ReplyPolicy policy = new ReplyPolicy(Duration.ofSeconds(30), Duration.ofDays(3));

  @Test
  void waitsUntilTheConversationIsQuiet() {
    assertThat(policy.decide(at(NOON, Set.of()), ASKED, NOON.plusSeconds(10)))
        .isEqualTo(new ReplyDecision.Wait(NOON.plusSeconds(30)));
    assertThat(policy.decide(at(NOON, Set.of()), ASKED, NOON.plusSeconds(30)))
        .isEqualTo(new ReplyDecision.Reply());
  }

  @Test
  void doesNotWaitForAClockThatIsAhead() {
    assertThat(policy.decide(at(NOON.plusSeconds(3_600), Set.of()), ASKED, NOON))
        .isEqualTo(new ReplyDecision.Reply());
  }

  @Test
  void ignoresHistory() {
    assertThat(policy.decide(at(NOON, Set.of()), ASKED, NOON.plus(Duration.ofDays(4))))
        .isInstanceOf(ReplyDecision.Ignore.class);
  }

  @Test
  void ignoresWhatTheOwnerSaidLast() {
    assertThat(policy.decide(at(NOON, Set.of(Trait.FROM_OWNER)), ASKED, NOON.plusSeconds(60)))
        .isInstanceOf(ReplyDecision.Ignore.class);
  }

  @Test
  void ignoresWhatIsCertainlyNoQuestionButAsksAboutGuesses() {
    var fyi = new Triage(Category.FYI, true, "sent to many");
    var maybe = new Triage(Category.FYI, false, "asks for nothing");
    assertThat(policy.decide(at(NOON, Set.of()), fyi, NOON.plusSeconds(60)))
        .isEqualTo(new ReplyDecision.Ignore("sent to many"));
    assertThat(policy.decide(at(NOON, Set.of()), maybe, NOON.plusSeconds(60)))
        .isEqualTo(new ReplyDecision.Reply());
  }

  private static Conversation at(Instant sentAt, Set<Trait> traits) {
    var account = new AccountId(new ChannelId("gmail"), "me");
    var id = new ConversationId(account, "t");
    var message =
        new InboundMessage(
            new MessageId(account, "1"),
            id,
            Sender.of(new Address("ada@example.org"), UntrustedText.NONE),
            new Content(UntrustedText.NONE, new UntrustedText("hi?")),
            sentAt,
            Threading.NONE,
            traits);
    return new Conversation(id, List.of(message));
  }
}
