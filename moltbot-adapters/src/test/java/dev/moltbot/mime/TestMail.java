package dev.moltbot.mime;

import java.nio.charset.StandardCharsets;

/** Small mails written by hand. */
final class TestMail {
  static final String HEADER =
      """
      From: Ada <ada@example.org>
      To: owner@example.net
      Subject: Tea
      Date: Thu, 1 Jan 2026 12:00:00 +0000
      Message-ID: <a1@example.org>
      """;

  private TestMail() {}

  static Parsed parse(String mail) {
    return parse(bytes(mail));
  }

  static Parsed parse(byte[] mail) {
    return new MailParser(MailLimits.DEFAULT).parse(mail);
  }

  /** The mail, which must be readable. */
  static Mail read(String mail) {
    return read(bytes(mail));
  }

  static Mail read(byte[] mail) {
    return switch (parse(mail)) {
      case Mail read -> read;
      case Unreadable(String reason) -> throw new AssertionError(reason);
    };
  }

  static String text(String mail) {
    return read(mail).content().text().reveal();
  }

  /** The visible text of a mail that is this HTML and nothing else. */
  static Mail html(String html) {
    return read(HEADER + "Content-Type: text/html; charset=utf-8\n\n" + html);
  }

  /** One byte a character up to 255, so that tests can write any byte. */
  static byte[] bytes(String latin1) {
    return latin1.getBytes(StandardCharsets.ISO_8859_1);
  }
}
