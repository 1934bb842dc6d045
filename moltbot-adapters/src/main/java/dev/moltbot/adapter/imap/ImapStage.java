package dev.moltbot.adapter.imap;

import dev.moltbot.channel.Rehearsal;
import dev.moltbot.fake.Letter;
import dev.moltbot.mime.Mail;
import dev.moltbot.mime.MailLimits;
import dev.moltbot.mime.MailParser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A mail provider on loopback, with one mailbox and the password to it. */
final class ImapStage implements Rehearsal.Stage {
  /** The provider's clock: as late as the last mail it was given. */
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

  private final FakeMail provider = new FakeMail(now::get);
  private final AtomicInteger letters = new AtomicInteger();

  @Override
  public Map<String, String> settings() {
    return Map.of(
        ImapConfig.ADDRESS.key(),
        FakeMailbox.ADDRESS,
        ImapConfig.PASSWORD.key(),
        FakeMailbox.PASSWORD,
        ImapConfig.SERVER.key(),
        "plain://127.0.0.1:" + provider.imap.port(),
        ImapConfig.SMTP_SERVER.key(),
        "plain://127.0.0.1:" + provider.smtp.port());
  }

  @Override
  public void receives(Rehearsal.Line line) {
    now.accumulateAndGet(line.at(), (a, b) -> a.isAfter(b) ? a : b);
    String id = "<rehearsal-" + letters.incrementAndGet() + "@example.net>";
    byte[] mail = Letter.of(line, FakeMailbox.ADDRESS, id).getBytes(StandardCharsets.UTF_8);
    provider.mailbox.put("INBOX", mail, line.at());
  }

  @Override
  public List<String> sent() {
    var parser = new MailParser(MailLimits.DEFAULT);
    return provider.taken().stream()
        .map(taken -> parser.parse(taken.bytes()))
        .map(parsed -> parsed instanceof Mail mail ? mail.content().text().reveal() : "")
        .toList();
  }

  @Override
  public void close() {
    provider.close();
  }
}
