package dev.moltbot.domain.triage;

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
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Certain about machines, guessing about people. */
class TriageRulesTest {

  @Test
  void isCertainAboutMailToMany() {
    assertThat(apply("ann@example.org", "Can you help?", Set.of(Trait.BULK)))
        .isEqualTo(new Triage(Category.FYI, true, "sent to many"));
  }

  @Test
  void isCertainAboutMachines() {
    assertThat(apply("no-reply@example.org", "Is it you?", Set.of()).certain()).isTrue();
    assertThat(apply("ann@example.org", "Is it you?", Set.of(Trait.AUTOMATED)).category())
        .isEqualTo(Category.FYI);
  }

  @Test
  void isCertainAboutTheOwnersOwnWords() {
    assertThat(apply("me@example.org", "urgent?", Set.of(Trait.FROM_OWNER)).worthDrafting())
        .isFalse();
  }

  @Test
  void needsTwoSpamPhrasesToBeCertain() {
    assertThat(apply("x@example.org", "You have won! Claim your prize.", Set.of()).category())
        .isEqualTo(Category.SPAM);
    assertThat(apply("x@example.org", "You have won my heart", Set.of()).category())
        .isNotEqualTo(Category.SPAM);
  }

  @Test
  void guessesUrgencyAndQuestionsInTwoLanguages() {
    assertThat(apply("x@example.org", "This is URGENT", Set.of()).category())
        .isEqualTo(Category.URGENT);
    assertThat(apply("x@example.org", "Терміново!", Set.of()).category())
        .isEqualTo(Category.URGENT);
    assertThat(apply("x@example.org", "Чи зможеш прийти", Set.of()).category())
        .isEqualTo(Category.NEEDS_REPLY);
    Triage fyi = apply("x@example.org", "See you there.", Set.of());
    assertThat(fyi.category()).isEqualTo(Category.FYI);
    assertThat(fyi.worthDrafting()).isTrue();
  }

  @Test
  void looksAtTheBeginningOnly() {
    String late = "x".repeat(TriageRules.MAX_SCANNED_CHARS) + " urgent";
    assertThat(apply("x@example.org", late, Set.of()).category()).isEqualTo(Category.FYI);
  }

  @Test
  void takesDiscussionListsForWhatTheOwnerSays() {
    var list = Set.of(Trait.DISCUSSION);
    assertThat(apply("x@example.org", "Can you?", list).certain()).isTrue();
    assertThat(apply("x@example.org", "Can you?", list, TriageRules.Lists.LIKE_PEOPLE).category())
        .isEqualTo(Category.NEEDS_REPLY);
  }

  private static Triage apply(String from, String text, Set<Trait> traits) {
    return apply(from, text, traits, TriageRules.Lists.FOR_INFORMATION);
  }

  private static Triage apply(
      String from, String text, Set<Trait> traits, TriageRules.Lists lists) {
    var account = new AccountId(new ChannelId("gmail"), "me@example.org");
    return new TriageRules(lists)
        .apply(
            new InboundMessage(
                new MessageId(account, "1"),
                new ConversationId(account, "t"),
                Sender.of(new Address(from), UntrustedText.NONE),
                new Content(UntrustedText.NONE, new UntrustedText(text)),
                Instant.EPOCH,
                Threading.NONE,
                traits));
  }
}
