package dev.moltbot.adapter.gmail;

import dev.moltbot.domain.approval.OutboundMessage;
import dev.moltbot.domain.draft.TextLimit;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.mime.Replies;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.SendOutcome;
import dev.moltbot.wire.Failure;
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
    return switch (calls.make(bearer -> api.send(bearer, outgoing))) {
      case Answer.Done<GmailApi.Message>(var sent) -> delivered(sent);
      case Answer.Declined<GmailApi.Message> declined ->
          outcome(Failure.answered(declined.status()));
      case Answer.Lost<GmailApi.Message>(Failure failure) -> outcome(failure);
      case Answer.NoToken<GmailApi.Message>(Access why) -> new SendOutcome.Refused(reason(why));
    };
  }

  /** A success that names no message proves nothing. */
  private static SendOutcome delivered(GmailApi.Message sent) {
    String id = sent.id();
    return id == null || id.isBlank()
        ? new SendOutcome.Unknown("Gmail answered without a message id")
        : new SendOutcome.Delivered(id);
  }

  private static SendOutcome outcome(Failure failure) {
    return switch (failure) {
      case Failure.NeverLeft never -> new SendOutcome.Refused(never.reason());
      case Failure.AnsweredNo no -> new SendOutcome.Refused("Gmail: " + no.reason());
      case Failure.Unknown unknown -> new SendOutcome.Unknown(unknown.reason());
    };
  }

  private static String reason(Access why) {
    return switch (why) {
      case Access.Granted granted -> throw new IllegalArgumentException("no trouble: " + granted);
      case Access.Later later -> later.reason();
      case Access.Denied denied -> denied.reason();
    };
  }
}
