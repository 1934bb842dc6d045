package dev.moltbot.adapter.gmail;

import dev.moltbot.channel.Rehearsal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
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
    var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(line.at().atOffset(ZoneOffset.UTC));
    String list = line.bulk() ? "List-Unsubscribe: <https://shop.example/off>\r\n" : "";
    String raw =
        "From: %s <%s>\r\nTo: %s\r\nSubject: %s\r\nDate: %s\r\n%s\r\n%s\r\n"
            .formatted(
                word(line.name()),
                line.address(),
                FakeMailbox.ADDRESS,
                word(line.subject()),
                date,
                list + "Content-Type: text/plain; charset=utf-8\r\nMIME-Version: 1.0\r\n",
                line.text());
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

  /** As RFC 2047 has it, whatever the letters. */
  private static String word(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return text.isEmpty() ? "" : "=?utf-8?B?" + Base64.getEncoder().encodeToString(utf8) + "?=";
  }
}
