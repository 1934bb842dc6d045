package dev.moltbot.testkit;

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

/** Inbound messages for tests: short to write, complete to read. */
public final class Messages {

  private Messages() {}

  /** The account {@code me} of a channel. */
  public static AccountId account(String channel) {
    return new AccountId(new ChannelId(channel), "me");
  }

  /** A message from {@code ada} in the conversation {@code with-ada}. */
  public static InboundMessage fromAda(AccountId account, String nativeId, String text) {
    return from(account, "ada", nativeId, text, SettableTime.NOON);
  }

  /** A message in the conversation with this person. */
  public static InboundMessage from(
      AccountId account, String who, String nativeId, String text, Instant sentAt) {
    return message(account, who, nativeId, text, sentAt, Set.of());
  }

  /** A message the owner wrote to this person from elsewhere. */
  public static InboundMessage ownTo(
      AccountId account, String who, String nativeId, String text, Instant sentAt) {
    return message(account, who, nativeId, text, sentAt, Set.of(Trait.FROM_OWNER));
  }

  private static InboundMessage message(
      AccountId account,
      String who,
      String nativeId,
      String text,
      Instant sentAt,
      Set<Trait> traits) {
    return new InboundMessage(
        new MessageId(account, nativeId),
        new ConversationId(account, "with-" + who),
        Sender.of(new Address(who + "@example.org"), new UntrustedText(who)),
        new Content(new UntrustedText("about " + who), new UntrustedText(text)),
        sentAt,
        Threading.NONE,
        traits);
  }
}
