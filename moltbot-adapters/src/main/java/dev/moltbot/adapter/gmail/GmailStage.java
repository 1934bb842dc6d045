package dev.moltbot.adapter.gmail;

import dev.moltbot.channel.Rehearsal;
import dev.moltbot.fake.Letter;
import java.util.List;
import java.util.Map;

/** Gmail on loopback, with one mailbox and the keys to it. */
final class GmailStage implements Rehearsal.Stage {
  private final FakeGmail gmail = new FakeGmail();

  @Override
  public Map<String, String> settings() {
    return Map.of(
        GmailConfig.ADDRESS.key(),
        FakeMailbox.ADDRESS,
        GmailConfig.CLIENT_ID.key(),
        "client",
        GmailConfig.CLIENT_SECRET.key(),
        "client-secret",
        GmailConfig.REFRESH_TOKEN.key(),
        "refresh-1",
        GmailConfig.URL.key(),
        gmail.url().toString(),
        GmailConfig.TOKEN_URL.key(),
        gmail.url().resolve(FakeGmail.TOKEN_PATH).toString());
  }

  @Override
  public void receives(Rehearsal.Line line) {
    String raw = Letter.of(line, FakeMailbox.ADDRESS, "");
    gmail.mailbox.receives(raw, line.at());
  }

  @Override
  public List<String> sent() {
    return gmail.mailbox.allSent();
  }

  @Override
  public void close() {
    gmail.close();
  }
}
