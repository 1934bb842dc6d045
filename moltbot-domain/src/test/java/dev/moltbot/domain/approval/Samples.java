package dev.moltbot.domain.approval;

import dev.moltbot.domain.draft.Destination;
import dev.moltbot.domain.draft.Draft;
import dev.moltbot.domain.draft.DraftId;
import dev.moltbot.domain.draft.DraftText;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.domain.message.ConversationId;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.Threading;
import java.util.List;
import java.util.UUID;

/** Drafts for these tests. */
final class Samples {
  static final AccountId ME = new AccountId(new ChannelId("gmail"), "me@example.org");

  private Samples() {}

  static Draft draft(String recipient, String subject, String text) {
    return draft(ME, "thread", List.of(recipient), subject, text);
  }

  static Draft draft(
      AccountId account, String thread, List<String> recipients, String subject, String text) {
    return new Draft(
        new DraftId(new UUID(0, 1)),
        new MessageId(account, "m1"),
        new Destination(
            new ConversationId(account, thread),
            recipients.stream().map(Address::new).toList(),
            subject,
            Threading.NONE),
        DraftText.of(text));
  }
}
