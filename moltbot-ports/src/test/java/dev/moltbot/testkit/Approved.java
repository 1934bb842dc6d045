package dev.moltbot.testkit;

import dev.moltbot.domain.approval.Approval;
import dev.moltbot.domain.approval.ApprovalId;
import dev.moltbot.domain.approval.OutboundMessage;
import dev.moltbot.domain.approval.Release;
import dev.moltbot.domain.draft.Destination;
import dev.moltbot.domain.draft.Draft;
import dev.moltbot.domain.draft.DraftId;
import dev.moltbot.domain.draft.DraftText;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.ConversationId;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.Threading;
import dev.moltbot.port.SendAttempt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Approved messages for tests, made the only way there is: through an approval. */
public final class Approved {

  private Approved() {}

  /** The owner's yes to this text; the same text is the same approval. */
  public static OutboundMessage message(AccountId account, String text) {
    return release(draft(account, "ada@example.org", text));
  }

  /** The owner's yes to a draft. */
  public static OutboundMessage release(Draft draft) {
    var approval =
        new Approval(
            idOf(draft),
            draft.digest(),
            SettableTime.NOON,
            SettableTime.NOON.plus(Duration.ofHours(1)));
    return switch (approval.release(draft, SettableTime.NOON)) {
      case Release.Cleared(var message) -> message;
      case Release.Altered altered -> throw new AssertionError(altered.reason());
      case Release.Expired expired -> throw new AssertionError(expired.reason());
    };
  }

  /** A draft to one recipient, in a conversation named like them, in ids and in references. */
  public static Draft draft(AccountId account, String recipient, String text) {
    return new Draft(
        new DraftId(named(text)),
        new MessageId(account, "m1"),
        new Destination(
            new ConversationId(account, "with-" + recipient),
            List.of(new Address(recipient)),
            "Re: hello",
            new Threading("<m1@example.org>", List.of("<with-" + recipient + ">"))),
        DraftText.of(text));
  }

  /** The attempt to send what {@link #message} makes of this text. */
  public static SendAttempt attempt(AccountId account, String text) {
    Draft draft = draft(account, "ada@example.org", text);
    return new SendAttempt(idOf(draft), draft, SettableTime.NOON);
  }

  private static ApprovalId idOf(Draft draft) {
    return new ApprovalId(named("approval of " + draft.text().value()));
  }

  private static UUID named(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
