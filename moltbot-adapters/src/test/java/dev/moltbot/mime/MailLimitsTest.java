package dev.moltbot.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a hostile mail becomes: a reason, and nothing worse. */
class MailLimitsTest {

  @Test
  void declinesTenThousandMultipartsInsideEachOther() {
    StringBuilder mail = new StringBuilder(TestMail.HEADER);
    for (int i = 0; i < 10_000; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\n\n--b");
      mail.append(i).append('\n');
    }
    assertThat(TestMail.parse(mail.append("\ndeep").toString()))
        .isEqualTo(new Unreadable("nested deeper than 50 multiparts"));
  }

  @Test
  void doesNotEnterTenThousandMailsInsideEachOther() {
    String mail = TestMail.HEADER + "Content-Type: message/rfc822\n\n".repeat(10_000) + "deep";
    assertThat(TestMail.read(mail).content().attachments()).hasSize(1);
  }

  @Test
  void declinesTooManyParts() {
    String mail =
        TestMail.HEADER
            + "Content-Type: multipart/mixed; boundary=b\n\n"
            + "--b\n\nx\n".repeat(1_200);
    assertThat(TestMail.parse(mail)).isEqualTo(new Unreadable("more than 1000 parts"));
  }

  @Test
  void declinesTooLargeAMailWithItsSize() {
    assertThat(TestMail.parse(new byte[(25 << 20) + 1]))
        .isEqualTo(new Unreadable("mail of 26214401 bytes, limit 26214400"));
  }

  @Test
  void declinesTooManyOrTooLongHeaderFields() {
    assertThat(TestMail.parse("X: y\n".repeat(1_001) + "\nx"))
        .isEqualTo(new Unreadable("more than 1000 header fields"));
    assertThat(TestMail.parse("Subject: " + "y".repeat(300_000) + "\n\nx"))
        .isEqualTo(new Unreadable("a header field over 262144 bytes"));
  }

  @Test
  void declinesWhatIsNoMail() {
    assertThat(TestMail.parse("")).isEqualTo(new Unreadable("empty"));
    assertThat(TestMail.parse("\u0089PNG\r\n\u001a\n"))
        .isEqualTo(new Unreadable("no header field"));
  }

  @Test
  void keepsTheBeginningOfALongTextAndSaysSo() {
    Mail mail = TestMail.read(TestMail.HEADER + "\n" + "tea ".repeat(100_000));
    assertThat(mail.content().text().length()).isEqualTo(64 << 10);
    assertThat(mail.content().truncated()).isTrue();
    Mail html = TestMail.html("<p>" + "tea ".repeat(100_000) + "</p>");
    assertThat(html.content().text().length()).isLessThanOrEqualTo(64 << 10);
    assertThat(html.content().truncated()).isTrue();
  }

  @Test
  void neverCutsACharacterInHalf() {
    String emoji =
        "Content-Type: text/plain; charset=utf-8\n\nx" + "\u00f0\u009f\u008d\u00b5".repeat(40_000);
    String text = TestMail.text(TestMail.HEADER + emoji);
    assertThat(Character.isHighSurrogate(text.charAt(text.length() - 1))).isFalse();
  }

  @Test
  void replacesNulLoneSurrogatesAndTerminalControls() {
    assertThat(TestMail.text(TestMail.HEADER + "\na\0b\u001b[31mc"))
        .isEqualTo("a\ufffdb\ufffd[31mc");
    String utf16 = "Content-Type: text/plain; charset=utf-16be\n\n\u00d8=\0A";
    assertThat(TestMail.text(TestMail.HEADER + utf16)).doesNotContain("\ud83d");
    assertThat(TestMail.read("Subject: a\0b\n\nx").subject().reveal()).isEqualTo("a\ufffdb");
    assertThat(CleanText.lines("\ud83d tea \udf75")).isEqualTo("\ufffd tea \ufffd");
    assertThat(CleanText.lines("\ud83c\udf75")).isEqualTo("\ud83c\udf75");
  }

  @Test
  void leavesOutMessageIdsTooLongToBeTrue() {
    assertThat(
            TestMail.read("Message-ID: <" + "x".repeat(2_000) + "@example.org>\n\nx").threading())
        .isEqualTo(new Mail.Threading("", java.util.List.of(), java.util.List.of()));
    assertThat(TestMail.read("Message-ID: bare@example.org\n\nx").threading().messageId())
        .isEqualTo("<bare@example.org>");
  }

  @Test
  void takesNoAddressThatCouldBreakOutOfAHeader() {
    assertThat(MailAddress.of("x", "a@example.org\r\nBcc: b@example.org")).isEmpty();
    assertThat(MailAddress.of("x", "a b@example.org")).isEmpty();
    assertThat(MailAddress.of("x", "nobody")).isEmpty();
    assertThat(
            TestMail.read("From: root\nSender: s@example.org\n\nx")
                .author()
                .orElseThrow()
                .address())
        .isEqualTo("s@example.org");
  }
}
