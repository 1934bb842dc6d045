package dev.moltbot.adapter.imap;

import dev.moltbot.channel.Answer;
import dev.moltbot.channel.Sendings;
import dev.moltbot.domain.approval.OutboundMessage;
import dev.moltbot.domain.draft.TextLimit;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.Address;
import dev.moltbot.mime.Replies;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.SendOutcome;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Sends a reply as mail of our own making, with a Message-ID of our own, and keeps a copy. */
final class ImapSender implements ChannelSender {
  /** Bytes of one reply; a little below what a draft may hold, and far below any server's limit. */
  static final TextLimit LIMIT = TextLimit.bytes(25_000);

  /** Time for handing in; a server that thinks longer about a mail leaves its fate unknown. */
  static final Duration SUBMIT = Duration.ofSeconds(18);

  private final SmtpCalls smtp;
  private final SentCopies copies;
  private final ImapConfig config;
  private final Replies replies;
  private final InstantSource time;

  ImapSender(SmtpCalls smtp, SentCopies copies, ImapConfig config, InstantSource time) {
    this.smtp = smtp;
    this.copies = copies;
    this.config = config;
    this.replies = new Replies(config.owner());
    this.time = time;
  }

  @Override
  public AccountId account() {
    return config.account();
  }

  @Override
  public TextLimit limit() {
    return LIMIT;
  }

  @Override
  public SendOutcome deliver(OutboundMessage message) {
    List<String> recipients = message.to().recipients().stream().map(Address::value).toList();
    // The library would cut other letters down to their last byte, and so to another address.
    if (!recipients.stream().allMatch(ImapConfig::usable)) {
      return new SendOutcome.Refused("a recipient has no e-mail address in ASCII");
    }
    return replies
        .write(message, time.instant())
        .map(mail -> send(message, mail, recipients))
        .orElseGet(() -> new SendOutcome.Refused("a recipient has no e-mail address"));
  }

  private SendOutcome send(OutboundMessage message, byte[] mail, List<String> recipients) {
    Answer<Boolean> answer = smtp.submit(mail, recipients, SUBMIT);
    if (answer instanceof Answer.Done<Boolean>) {
      copies.keep(message.approval(), mail);
    }
    return Sendings.outcome(SmtpCalls.READINGS.service(), answer, taken -> MailName.of(mail));
  }
}
