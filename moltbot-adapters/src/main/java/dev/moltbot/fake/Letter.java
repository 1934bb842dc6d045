package dev.moltbot.fake;

import dev.moltbot.channel.Rehearsal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/** A line of a rehearsal as the mail it would be, for channels that carry mail. */
public final class Letter {

  private Letter() {}

  /**
   * The mail, in UTF-8.
   *
   * @param to the owner's address
   * @param id the Message-ID with its brackets, or empty for a mail without one
   */
  public static String of(Rehearsal.Line line, String to, String id) {
    var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(line.at().atOffset(ZoneOffset.UTC));
    String list = line.bulk() ? "List-Unsubscribe: <https://shop.example/off>\r\n" : "";
    String named = id.isEmpty() ? "" : "Message-ID: " + id + "\r\n";
    return "From: %s <%s>\r\nTo: %s\r\nSubject: %s\r\nDate: %s\r\n%s\r\n%s\r\n"
        .formatted(
            word(line.name()),
            line.address(),
            to,
            word(line.subject()),
            date,
            named + list + "Content-Type: text/plain; charset=utf-8\r\nMIME-Version: 1.0\r\n",
            line.text());
  }

  /** As RFC 2047 has it, whatever the letters. */
  private static String word(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return text.isEmpty() ? "" : "=?utf-8?B?" + Base64.getEncoder().encodeToString(utf8) + "?=";
  }
}
