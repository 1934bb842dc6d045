package dev.moltbot.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.moltbot.domain.message.UntrustedText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Replies as they go out: what was approved, and no header that was not meant. */
class MailWriterTest {
  private static final MailAddress OWNER = address("Олена", "owner@example.net");
  private static final MailAddress ADA = address("Ada, of \"Tea\"", "ada@example.org");

  @Test
  void comesBackAsItWasWritten() {
    String text = "Привіт, Ado!\n\n.dot\nFrom here on = fine  \n" + "long ".repeat(100) + "\n🍵";
    Mail back = TestMail.read(write("Re: чай о шостій", text));
    assertThat(back.content().text().reveal()).isEqualTo(text);
    assertThat(back.subject().reveal()).isEqualTo("Re: чай о шостій");
    assertThat(back.author().orElseThrow()).isEqualTo(OWNER);
    assertThat(back.parties().to()).containsExactly(ADA);
    assertThat(back.sentAt().orElse(Instant.EPOCH))
        .isEqualTo(Instant.parse("2026-01-01T12:00:00Z"));
    assertThat(back.threading())
        .isEqualTo(
            new Mail.Threading(
                "<r1@example.net>",
                List.of("<a1@example.org>"),
                List.of("<a0@example.org>", "<a1@example.org>")));
  }

  @Test
  void keepsMostlyForeignTextWholeToo() {
    String text = "Так, о шостій. Дякую!\nОлена";
    assertThat(TestMail.read(write("x", text)).content().text().reveal()).isEqualTo(text);
    assertThat(ascii(write("x", text))).contains("base64");
  }

  @Test
  void leavesPlainWordsReadable() {
    String text = "See you at six.\n\n.dot\nOlena";
    assertThat(ascii(write("x", text))).endsWith("See you at six.\r\n\r\n.dot\r\nOlena");
    assertThat(TestMail.read(write("x", text)).content().text().reveal()).isEqualTo(text);
    assertThat(ascii(write("x", "y".repeat(2_000))).lines()).allMatch(line -> line.length() <= 998);
  }

  @Test
  void isPlainAsciiInShortLinesOnTheWire() {
    String wire = ascii(write("ї".repeat(300), "ї and x".repeat(300)));
    assertThat(wire.lines()).allMatch(line -> line.length() <= 998);
    assertThat(wire.chars()).allMatch(c -> c < 0x7f);
    assertThat(wire.replace("\r\n", "")).doesNotContain("\n", "\r");
    assertThat(wire).contains("MIME-Version: 1.0", "text/plain; charset=UTF-8");
  }

  @Test
  void letsNobodyInjectAHeader() {
    String evil = "Re: tea\r\nBcc: spy@example.com\r\n\r\nbody\u2028Bcc: spy@example.com";
    OutgoingMail mail =
        new OutgoingMail(
            address("x\r\nBcc: spy@example.com", "owner@example.net"),
            List.of(address("y\nBcc: spy@example.com", "ada@example.org")),
            evil,
            "Bcc: spy@example.com",
            Instant.EPOCH,
            new Mail.Threading(
                "<r1@example.net>",
                List.of("<a@example.org>\r\nBcc: spy@example.com"),
                List.of("<b@example.org>\r\n\r\nBcc: spy@example.com")));
    String header = ascii(MailWriter.write(mail)).split("\r\n\r\n", 2)[0];
    assertThat(header.lines().map(line -> line.replaceFirst("[:\\s].*", "")).distinct())
        .filteredOn(name -> !name.isEmpty())
        .containsExactlyInAnyOrder(
            "MIME-Version",
            "From",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "In-Reply-To",
            "References",
            "Content-Type",
            "Content-Transfer-Encoding");
  }

  @Test
  void refusesToWriteWithoutRecipientOrId() {
    var ids = new Mail.Threading("<r1@example.net>", List.of(), List.of());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OutgoingMail(OWNER, List.of(), "s", "t", Instant.EPOCH, ids));
    var broken = new Mail.Threading("r1", List.of(), List.of());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OutgoingMail(OWNER, List.of(ADA), "s", "t", Instant.EPOCH, broken));
  }

  private static byte[] write(String subject, String text) {
    return MailWriter.write(
        new OutgoingMail(
            OWNER,
            List.of(ADA),
            subject,
            text,
            Instant.parse("2026-01-01T12:00:00Z"),
            new Mail.Threading(
                "<r1@example.net>",
                List.of("<a1@example.org>"),
                List.of("<a0@example.org>", "<a1@example.org>"))));
  }

  private static MailAddress address(String name, String address) {
    return new MailAddress(new UntrustedText(name), address);
  }

  private static String ascii(byte[] wire) {
    return new String(wire, StandardCharsets.ISO_8859_1);
  }
}
