package dev.moltbot.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What an honest mail becomes. */
class MailParserTest {

  @Test
  void readsHeaderAndText() {
    Mail mail =
        TestMail.read(
            TestMail.HEADER
                + "Cc: \"Bob, the\" <bob@example.org>, carol@example.org\n"
                + "Reply-To: desk@example.org\n"
                + "In-Reply-To: <q@example.net>\n"
                + "References: <p@example.net>\n <q@example.net>\n\nSix o'clock?\n");
    assertThat(mail.author().orElseThrow().address()).isEqualTo("ada@example.org");
    assertThat(mail.author().orElseThrow().name().reveal()).isEqualTo("Ada");
    assertThat(mail.parties().cc())
        .extracting(MailAddress::address)
        .containsExactly("bob@example.org", "carol@example.org");
    assertThat(mail.parties().replyTo()).hasSize(1);
    assertThat(mail.sentAt()).isEqualTo(new SentAt.Claimed(Instant.parse("2026-01-01T12:00:00Z")));
    assertThat(mail.threading().references()).containsExactly("<p@example.net>", "<q@example.net>");
    assertThat(mail.threading().root()).isEqualTo("<p@example.net>");
    assertThat(mail.content().text().reveal()).isEqualTo("Six o'clock?");
    assertThat(mail.content().truncated()).isFalse();
  }

  @Test
  void decodesWordsOfTheHeaderEvenWhenALetterIsSplitBetweenTwo() {
    Mail mail =
        TestMail.read(
            "From: =?UTF-8?Q?=D0=AE=D0?= =?UTF-8?Q?=BB=D1=8F?= <y@example.org>\n"
                + "Subject: =?utf-8?B?0L/RgNC40LLRltGC?=\n\nx");
    assertThat(mail.author().orElseThrow().name().reveal()).isEqualTo("Юля");
    assertThat(mail.subject().reveal()).isEqualTo("привіт");
  }

  @Test
  void readsRawBytesInAHeaderAsUtf8OrElseWestern() {
    assertThat(TestMail.read("Subject: caf\u00c3\u00a9\n\nx").subject().reveal()).isEqualTo("café");
    assertThat(TestMail.read("Subject: caf\u00e9\n\nx").subject().reveal()).isEqualTo("café");
  }

  @Test
  void prefersPlainTextToItsHtmlAlternativeInEitherOrder() {
    String plain = "--b\nContent-Type: text/plain\n\nplain words\n";
    String html = "--b\nContent-Type: text/html\n\n<p>rich words</p>\n";
    String head = TestMail.HEADER + "Content-Type: multipart/alternative; boundary=b\n\n";
    assertThat(TestMail.text(head + plain + html + "--b--\n")).isEqualTo("plain words");
    assertThat(TestMail.text(head + html + plain + "--b--\n")).isEqualTo("plain words");
  }

  @Test
  void takesTheHtmlWhenThePlainTextIsBlank() {
    String mail =
        TestMail.HEADER
            + "Content-Type: multipart/alternative; boundary=b\n\n"
            + "--b\nContent-Type: text/plain\n\n  \n--b\nContent-Type: text/html\n\n<p>rich</p>\n--b--";
    assertThat(TestMail.text(mail)).isEqualTo("rich");
  }

  @Test
  void namesAttachmentsWithoutReadingThem() {
    Mail mail =
        TestMail.read(
            TestMail.HEADER
                + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nsee file\n"
                + "--b\nContent-Type: application/pdf\nContent-Disposition: attachment;\n"
                + " filename*0*=UTF-8''%D1%80%D0%B0; filename*1*=%D1%85.pdf\n\nAAAA\n"
                + "--b\nContent-Type: text/plain; name=\"=?utf-8?Q?=C3=A9.txt?=\"\n"
                + "Content-Disposition: attachment\n\nsecret\n"
                + "--b\nContent-Type: message/rfc822\n\nSubject: inner\n\ninner words\n--b--");
    assertThat(mail.content().text().reveal()).isEqualTo("see file");
    assertThat(mail.content().attachments())
        .extracting(a -> a.name().reveal())
        .containsExactly("рах.pdf", "é.txt", "");
    assertThat(mail.content().attachments().getFirst().encodedBytes()).isEqualTo(4);
  }

  @Test
  void decodesBodiesByCharsetAndGuessesWhenItIsUnknown() {
    String koi8 = "Content-Type: text/plain; charset=koi8-u\n\n\u00d0\u00d2\u00c9";
    String unknown = "Content-Type: text/plain; charset=x-nobody-knows\n\n\u00c3\u00a9";
    String wrong = "Content-Type: text/plain; charset=us-ascii\n\n\u00e9t\u00e9";
    assertThat(TestMail.text(TestMail.HEADER + koi8)).isEqualTo("при");
    assertThat(TestMail.text(TestMail.HEADER + unknown)).isEqualTo("é");
    assertThat(TestMail.text(TestMail.HEADER + wrong)).isEqualTo("été");
  }

  @Test
  void readsBrokenBase64AsFarAsItGoes() {
    String mail =
        TestMail.HEADER + "Content-Transfer-Encoding: base64\n\naGVsbG8gd29ybGQ=!!%%\nAAA";
    assertThat(TestMail.text(mail)).startsWith("hello world");
  }

  @Test
  void tellsMailThatNobodyWaitsForAnAnswerTo() {
    assertThat(TestMail.read(TestMail.HEADER + "\nx").automation().any()).isFalse();
    for (String sign :
        new String[] {
          "List-Id: <x.example.org>",
          "List-Unsubscribe: <mailto:x@example.org>",
          "Precedence: bulk",
          "Auto-Submitted: auto-replied",
          "Return-Path: <>"
        }) {
      assertThat(TestMail.read(TestMail.HEADER + sign + "\n\nx").automation().any())
          .as(sign)
          .isTrue();
    }
    assertThat(TestMail.read(TestMail.HEADER + "Auto-Submitted: no\n\nx").automation().any())
        .isFalse();
  }

  @Test
  void readsTheDatesOfOldPrograms() {
    for (String date :
        new String[] {
          "Thu, 1 Jan 2026 04:00:00 -0800 (PST)",
          "1 Jan 26 12:00 UT",
          "Thursday,  1 Jan 2026 12:00:00 GMT",
          "Thu, 01 Jan 2026 07:00:00 EST"
        }) {
      assertThat(MailDates.parse(date).orElse(Instant.EPOCH))
          .as(date)
          .isEqualTo(Instant.parse("2026-01-01T12:00:00Z"));
    }
    assertThat(MailDates.parse("yesterday")).isEqualTo(new SentAt.Missing());
    assertThat(MailDates.parse("")).isEqualTo(new SentAt.Missing());
  }

  @Test
  void showsWhatThereIsWhenTheBoundaryIsNowhere() {
    String mail = TestMail.HEADER + "Content-Type: multipart/mixed; boundary=b\n\nall alone";
    assertThat(TestMail.text(mail)).isEqualTo("all alone");
    assertThat(TestMail.read(mail).content().truncated()).isTrue();
  }
}
