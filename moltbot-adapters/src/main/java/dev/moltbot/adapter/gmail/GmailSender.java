package dev.moltbot.adapter.gmail;

import dev.moltbot.channel.Sendings;
import dev.moltbot.domain.approval.OutboundMessage;
import dev.moltbot.domain.draft.TextLimit;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.mime.Replies;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.SendOutcome;
import java.time.InstantSource;
import java.util.Base64;

/** Sends a reply into its thread, as mail of our own making with a Message-ID of our own. */
final class GmailSender implements ChannelSender {
  /** Bytes of one reply; a little below what a draft may hold, and far below what Gmail takes. */
  static final TextLimit LIMIT = TextLimit.bytes(25_000);

  private final GmailCalls calls;
  private final GmailApi api;
  private final AccountId account;
  private final Replies replies;
  private final InstantSource time;

  GmailSender(
      GmailCalls calls, GmailApi api, AccountId account, Replies replies, InstantSource time) {
    this.calls = calls;
    this.api = api;
    this.account = account;
    this.replies = replies;
    this.time = time;
  }

  @Override
  public AccountId account() {
    return account;
  }

  @Override
  public TextLimit limit() {
    return LIMIT;
  }

  @Override
  public SendOutcome deliver(OutboundMessage message) {
    return replies
        .write(message, time.instant())
        .map(mail -> send(mail, message.to().conversation().nativeId()))
        .orElseGet(() -> new SendOutcome.Refused("a recipient has no e-mail address"));
  }

  private SendOutcome send(byte[] mail, String thread) {
    var outgoing =
        new GmailApi.Outgoing(Base64.getUrlEncoder().withoutPadding().encodeToString(mail), thread);
    return Sendings.outcome(
        "Gmail", calls.make(bearer -> api.send(bearer, outgoing)), GmailApi.Message::id);
  }
}
