package dev.moltbot.adapter.whatsappexport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.message.Content;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.export.ExportLimits;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Lines that are no plain message: what the program says, files, quotations, and what is broken.
 */
class ChatReaderTest {

  @Test
  void leavesOutWhatHasNoWriter() {
    ReadChat chat =
        ReadChat.of(
            "WhatsApp Chat mit Ada.txt",
            "31.12.24, 09:00 - Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt.",
            "31.12.24, 09:01 - Ada: hallo",
            "31.12.24, 09:02 - Deine Sicherheitsnummer für Ada hat sich geändert.");
    assertThat(chat.said()).containsExactly("2024-12-31T09:01:00Z Ada: hallo");
    assertThat(chat.announcements()).isEqualTo(2);
  }

  @Test
  void leavesOutWhatAnIphonePutsUnderSomebodysName() {
    ReadChat chat =
        ReadChat.of(
            "WhatsApp Chat - Ada.zip/_chat.txt",
            "[31.12.24, 09:00:00] Ada: \u200EMessages and calls are end-to-end encrypted.",
            "[31.12.24, 09:01:00] Ada: hello",
            "\u200E[31.12.24, 09:02:00] Ada: \u200Eimage omitted",
            "[31.12.24, 09:03:00] Ada: \u200EMissed voice call",
            "\u200E[31.12.24, 09:04:00] Bo: \u200E<attached: 00000004-PHOTO-2024-12-31-09-04-00.jpg>",
            "[31.12.24, 09:05:00] Bo: \u200EYou deleted this message.");
    assertThat(chat.messages()).hasSize(4);
    assertThat(chat.announcements()).isEqualTo(2);
    assertThat(chat.with(Trait.ATTACHMENTS)).isEqualTo(2);
    assertThat(chat.with(Trait.FROM_OWNER)).isEqualTo(2);
    assertThat(chat.with(Trait.DISCUSSION)).isZero();
  }

  @Test
  void knowsFilesByTheirFormInAnyLanguage() {
    ReadChat chat =
        ReadChat.of(
            "_chat.txt",
            "31.12.24, 09:00 - Ada: <Medien ausgeschlossen>",
            "31.12.24, 09:01 - Ada: <Без медиафайлов>",
            "31.12.24, 09:02 - Ada: IMG-20241231-WA0001.jpg (Datei angehängt)",
            "See?",
            "31.12.24, 09:03 - Ada: <メディアは含まれていません>",
            "31.12.24, 09:04 - Ada: report 3.pdf (archivo adjunto)",
            "31.12.24, 09:05 - Ada: <pièce jointe\u00A0: 00000012-PHOTO.jpg>",
            "31.12.24, 09:06 - Ada: no file <here>",
            "31.12.24, 09:07 - Ada: so am I <This message was edited>");
    assertThat(chat.with(Trait.ATTACHMENTS)).isEqualTo(6);
    assertThat(chat.said().get(2)).endsWith("IMG-20241231-WA0001.jpg (Datei angehängt)|See?");
  }

  @Test
  void keepsColonsWhereTheyBelong() {
    ReadChat chat =
        ReadChat.of(
            "WhatsApp Chat with Us.txt",
            "31/12/2024, 09:00 - Ada created group \"Us: the best\"",
            "31/12/2024, 09:01 - Dr: House: one",
            "31/12/2024, 09:02 - Ada: note: this",
            "31/12/2024, 09:03 - Dr: House: two: three",
            "31/12/2024, 09:04 - Dr: House: ",
            "31/12/2024, 09:05 - Ada changed the subject from “A: b” to “C: d”",
            "31/12/2024, 09:06 - Ada: see http://example.org:80/");
    assertThat(chat.said())
        .containsExactly(
            "2024-12-31T09:01:00Z Dr: House: one",
            "2024-12-31T09:02:00Z Ada: note: this",
            "2024-12-31T09:03:00Z Dr: House: two: three",
            "2024-12-31T09:04:00Z Dr: House: ",
            "2024-12-31T09:06:00Z Ada: see http://example.org:80/");
    assertThat(chat.announcements()).isEqualTo(2);
    assertThat(chat.with(Trait.DISCUSSION)).isEqualTo(5);
  }

  @Test
  void keepsLinesThatOnlyLookLikeMessages() {
    ReadChat chat =
        ReadChat.of(
            "WhatsApp Chat with Ada.txt",
            "31/12/2024, 09:00 - Ada: agenda",
            "10.30 - coffee",
            "31/12/2024 - party",
            "2024-12-31 lunch 12:30 - Rome",
            "[31/12, 08:10] Bo: hi",
            "1/2: half",
            "31/12/2024, 09:01 - Bo: fine");
    assertThat(chat.messages()).hasSize(2);
    assertThat(chat.messages().getFirst().content().text().reveal().lines()).hasSize(6);
  }

  @Test
  void keepsAQuotedChatWithinItsMessage() {
    var lines = new java.util.ArrayList<String>();
    for (int minute = 10; minute < 50; minute++) {
      lines.add("31/12/2024, 09:" + minute + " - Ada: line " + minute);
    }
    lines.add("[30/12/2024, 08:00] Cy: quoted");
    lines.add("31/12/2024, 09:51 - Bo: ok");
    ReadChat chat = ReadChat.of("WhatsApp Chat with Ada.txt", lines.toArray(String[]::new));
    assertThat(chat.messages()).hasSize(41);
    assertThat(chat.said().get(39)).endsWith("line 49|[30/12/2024, 08:00] Cy: quoted");
  }

  @Test
  void setsAsideWhatMakesNoSenseWithItsLine() {
    ReadChat chat =
        ReadChat.of(
            "_chat.txt",
            "",
            "words before anything",
            "31/12/2024, 09:00 - Ada: one",
            "99/99/2024, 09:01 - Ada: no such day",
            "and its second line",
            "31/12/2024, 25:61 - Ada: no such time",
            "31/12/2024, 09:03 - Bo: two",
            "\0\0\0\0\0\0",
            "x".repeat(ExportLimits.MAX_LINE_BYTES + 1),
            "three");
    assertThat(chat.said())
        .containsExactly("2024-12-31T09:00:00Z Ada: one", "2024-12-31T09:03:00Z Bo: two|three");
    assertThat(chat.quarantined())
        .extracting(each -> each.id().nativeId().replaceFirst("#.*", ""))
        .containsExactlyInAnyOrder(
            "_chat.txt:2", "_chat.txt:4", "_chat.txt:6", "_chat.txt:8", "_chat.txt:9");
    assertThat(chat.messages().getLast().has(Trait.TRUNCATED)).isTrue();
  }

  @Test
  void cutsWhatIsTooLong() {
    ReadChat chat =
        ReadChat.of(
            "_chat.txt",
            "31/12/2024, 09:00 - Ada: " + "a".repeat(Content.MAX_TEXT_CHARS),
            "and more",
            "31/12/2024, 09:01 - Bo: short");
    InboundMessage cut = chat.messages().getFirst();
    assertThat(cut.content().text().length()).isEqualTo(Content.MAX_TEXT_CHARS);
    assertThat(cut.has(Trait.TRUNCATED)).isTrue();
    assertThat(chat.messages().getLast().has(Trait.TRUNCATED)).isFalse();
  }

  @Test
  void readsClocksThatWereChanged() {
    ReadChat chat =
        ReadChat.of(
            dev.moltbot.export.SampleFile.of(
                "_chat.txt",
                """
                31.03.2024, 02:30 - Ada: an hour that never was
                27.10.2024, 02:30 - Ada: an hour that was twice
                31.12.2024, 12:00 - Ada: winter
                """),
            ReadChat.in("Europe/Berlin"));
    assertThat(chat.messages())
        .extracting(InboundMessage::sentAt)
        .containsExactly(
            Instant.parse("2024-03-31T01:30:00Z"),
            Instant.parse("2024-10-27T00:30:00Z"),
            Instant.parse("2024-12-31T11:00:00Z"));
  }

  @Test
  void keepsTheOrderWithinAMinute() {
    ReadChat chat =
        ReadChat.of(
            "_chat.txt",
            "31.12.24, 09:00 - Ada: a",
            "31.12.24, 09:00 - Bo: b",
            "31.12.24, 09:00 - Ada: c");
    List<Instant> times = chat.messages().stream().map(InboundMessage::sentAt).toList();
    assertThat(times).isSorted().doesNotHaveDuplicates();
  }
}
