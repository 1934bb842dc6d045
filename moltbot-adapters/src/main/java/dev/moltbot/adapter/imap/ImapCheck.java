package dev.moltbot.adapter.imap;

import dev.moltbot.channel.Answer;
import dev.moltbot.channel.Checks;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.ChannelCheck;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.angus.mail.iap.ProtocolException;

/** Logs in on both sides, and sees what the IMAP server can do. */
final class ImapCheck implements ChannelCheck {
  /** Time for each of the two servers; the port allows 20 seconds. */
  static final Duration EACH = Duration.ofSeconds(9);

  private final Supplier<ImapCalls> imap;
  private final SmtpCalls smtp;
  private final ImapConfig config;

  ImapCheck(Supplier<ImapCalls> imap, SmtpCalls smtp, ImapConfig config) {
    this.imap = imap;
    this.smtp = smtp;
    this.config = config;
  }

  @Override
  public AccountId account() {
    return config.account();
  }

  @Override
  public Health check() {
    return Checks.health(
        ImapCalls.READINGS,
        imap.get().makeOnce("check", EACH, this::look),
        found ->
            found instanceof Health.Fine
                ? Checks.health(SmtpCalls.READINGS, logIn(), ok -> found)
                : found);
  }

  private Answer<Boolean> logIn() {
    return smtp.logIn(EACH);
  }

  private Health look(ImapLine line) throws IOException, ProtocolException {
    String waits = line.can("IDLE") ? "it says when mail comes" : "it is asked now and then";
    return line.sentFolder(config.sentFolder())
        .<Health>map(sent -> new Health.Fine("both servers take the password; " + waits))
        .orElseGet(() ->
            new Health.Missing(
                "no folder for sent mail was found, so what you send elsewhere is not seen",
                "set " + ImapConfig.SENT_FOLDER.key() + " to its name"));
  }
}
