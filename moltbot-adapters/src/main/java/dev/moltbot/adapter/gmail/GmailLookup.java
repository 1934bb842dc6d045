package dev.moltbot.adapter.gmail;

import dev.moltbot.channel.Answer;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.mime.Replies;
import dev.moltbot.port.SendAttempt;
import dev.moltbot.port.SendLookup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Searches the mailbox for the Message-ID that an approval's mail carries. */
final class GmailLookup implements SendLookup {
  private final GmailCalls calls;
  private final GmailApi api;
  private final AccountId account;
  private final Replies replies;

  GmailLookup(GmailCalls calls, GmailApi api, AccountId account, Replies replies) {
    this.calls = calls;
    this.api = api;
    this.account = account;
    this.replies = replies;
  }

  @Override
  public AccountId account() {
    return account;
  }

  @Override
  public Finding find(SendAttempt attempt) {
    String id = replies.messageId(attempt.approval());
    String query = "rfc822msgid:" + id.substring(1, id.length() - 1);
    return switch (calls.make(bearer -> api.list(bearer, query, 1, null))) {
      case Answer.Done<GmailApi.MessageList>(var list) -> finding(list.messages());
      case Answer.Declined<GmailApi.MessageList>(var refusal) ->
          new Finding.Unavailable("Gmail: " + refusal.reason());
      case Answer.Lost<GmailApi.MessageList> lost ->
          new Finding.Unavailable(lost.failure().reason());
    };
  }

  private static Finding finding(@Nullable List<GmailApi.Message> found) {
    if (found == null || found.isEmpty()) {
      return new Finding.Absent();
    }
    String id = found.getFirst().id();
    return id == null
        ? new Finding.Unavailable("Gmail's answer made no sense")
        : new Finding.Found(id);
  }
}
