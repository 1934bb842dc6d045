package dev.moltbot.adapter.whatsappexport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.message.Trait;
import dev.moltbot.export.ExportOptions;
import dev.moltbot.export.SampleFile;
import dev.moltbot.mime.Corpora;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** The chats that other programs test themselves with, with the counts of a careful reader. */
class ChatSamplesTest {
  private static Map<String, byte[]> files = Map.of();

  @BeforeAll
  static void unpack() throws IOException {
    Optional<Path> corpus = Corpora.file("chat-exports-dev.tar.gz");
    files = corpus.isPresent() ? Corpora.unpack(corpus.get()) : Map.of();
  }

  @BeforeEach
  void needsThem() {
    if (files.isEmpty()) {
      throw new TestAbortedException("no chats");
    }
  }

  @Test
  void readsTheThreeLayoutsOfOneChat() {
    for (String layout : List.of("_ddmmyy_24hrs", "_mmddyy_24hrs", "_[mmddyy]_24hrs")) {
      ReadChat chat = read("test" + layout + ".txt", ReadChat.NOBODY);
      assertThat(chat.said())
          .as(layout)
          .containsExactly(
              "2019-01-01T11:25:00Z John Doe: Lorem ipsum dolor sit amet.",
              "2019-01-30T20:49:00Z Jahn Doe: Lorem ipsum dolor sit amet,"
                  + "|consectetur adipiscing elit. Duis libero.",
              "2020-06-10T15:55:00Z John-John Doe: Lorem ipsum : dolor sit amet.",
              "2021-12-10T10:10:00Z John Doe 🤓: Lorem ipsum 🤓",
              "2021-12-20T12:10:00Z 🤓: Lorem ipsum 🤓",
              "2021-12-30T22:01:00Z John Doe: Lorem ipsum dolor sit amet,"
                  + "|consectetur adipiscing elit. Duis libero.");
      assertThat(chat.announcements()).isEqualTo(3);
      assertThat(chat.with(Trait.DISCUSSION)).isEqualTo(6);
      assertThat(chat.quarantined()).isEmpty();
    }
  }

  @Test
  void readsAPrivateChatOfAnAndroidPhone() {
    ReadChat chat = read("WhatsApp Chat with Alice.txt", ReadChat.NOBODY);
    counts(chat, 43, 2, 4);
    assertThat(chat.with(Trait.FROM_OWNER)).as("Bob, by the file's name").isEqualTo(21);
    assertThat(chat.with(Trait.DISCUSSION)).isZero();
    assertThat(chat.said().getLast()).startsWith("2024-12-04T16:45:00Z Alice: You too!");
  }

  @Test
  void readsTheSameChatOfAnIphoneByWhatItsFilesAreCalled() {
    ReadChat chat = read("ios-private-chat/_chat.txt", ReadChat.me("Bob"));
    counts(chat, 43, 2, 4);
    assertThat(chat.said().getFirst()).startsWith("2024-12-01T10:05:23Z Alice: Hey Bob!");
    assertThat(chat.said().getLast()).startsWith("2024-12-04T16:45:21Z Alice: You too!");
    assertThat(chat.with(Trait.FROM_OWNER)).isEqualTo(21);
  }

  @Test
  void readsGroups() {
    ReadChat android = read("WhatsApp Chat with Family Group", ReadChat.NOBODY);
    counts(android, 42, 8, 4);
    assertThat(android.with(Trait.DISCUSSION)).isEqualTo(42);
    assertThat(android.said().getLast()).startsWith("2024-12-04T20:07:00Z Mike: Good night");
    ReadChat iphone = read("ios-group-chat/_chat.txt", ReadChat.NOBODY);
    assertThat(iphone.said().getFirst()).startsWith("2024-12-05T08:10:23Z Sarah: Hey everyone!");
    assertThat(iphone.said().getLast()).startsWith("2024-12-09T08:00:51Z Jake: Morning!");
    counts(iphone, 33, 6, 2);
  }

  @Test
  void readsOneChatInSeveralLayouts() {
    assertThat(read("dot-time-klo-format-test.txt", ReadChat.NOBODY).said())
        .containsExactly(
            "2018-06-13T21:25:15Z Mika: tämä on testi",
            "2018-06-13T21:25:15Z Laura: tämä on toinen testi",
            "2018-06-13T21:25:00Z Mika: ilman sekunteja");
    assertThat(read("european-ampm-format-test.txt", ReadChat.NOBODY).said())
        .containsExactly(
            "2018-06-23T13:55:00Z Loris: one",
            "2018-06-23T13:56:00Z Luke: two",
            "2018-06-23T13:57:00Z Loris: three",
            "2018-06-23T01:58:00Z Luke: four");
    assertThat(read("bracketed-year-first-test.txt", ReadChat.NOBODY).said())
        .containsExactly(
            "2018-06-13T21:25:15Z Ana: mensagem com colchetes",
            "2018-06-13T13:55:00Z Bruno: ampm com espaços",
            "2018-06-13T01:56:00Z Ana: uppercase também funciona");
  }

  @Test
  void readsOtherScripts() {
    ReadChat asian = read("asian-format-test.txt", ReadChat.NOBODY);
    counts(asian, 5, 0, 2);
    assertThat(asian.said().getLast()).isEqualTo("2024-12-10T14:36:00Z 山田太郎: .jpg (ファイル添付)");
    ReadChat shop = read("ios-format-test.txt", ReadChat.NOBODY);
    counts(shop, 4, 1, 0);
    assertThat(shop.said().getFirst()).isEqualTo("2025-11-13T12:25:55Z Amazon EG: ");
    assertThat(shop.messages().get(1).content().text().reveal().lines()).hasSize(6);
    assertThat(shop.with(Trait.DISCUSSION)).isZero();
  }

  @Test
  void readsDashes() {
    ReadChat chat = read("dash-format-test.txt", ReadChat.NOBODY);
    counts(chat, 5, 0, 2);
    assertThat(chat.said().getFirst()).isEqualTo("2024-12-10T14:30:00Z Alice: Hello there");
  }

  @Test
  void takesSignalForWhatItIs() throws IOException {
    SampleFile file = file("signal/test_export.txt");
    assertThat(new WhatsappChat().recognises(file)).isFalse();
    assertThat(new SignalChat().recognises(file)).isTrue();
    assertThat(ReadChat.of(new SignalChat(), file, ReadChat.NOBODY).said())
        .containsExactly(
            "2019-12-24T12:23:00Z Jane Doe: Hello John!",
            "2020-01-17T21:49:00Z John Doe: Hello|Jane!");
  }

  @Test
  void knowsEveryWhatsappSampleAndNothingElse() throws IOException {
    for (String name : files.keySet()) {
      boolean chat = name.contains("whatsapp/") && name.endsWith(".txt");
      assertThat(new WhatsappChat().recognises(file(name))).as(name).isEqualTo(chat);
    }
  }

  private static void counts(ReadChat chat, int messages, int announcements, int files) {
    assertThat(chat.messages().size()).isEqualTo(messages);
    assertThat(chat.announcements()).isEqualTo(announcements);
    assertThat(chat.with(Trait.ATTACHMENTS)).isEqualTo(files);
    assertThat(chat.quarantined()).isEmpty();
    assertThat(chat.ids()).doesNotHaveDuplicates();
  }

  private static ReadChat read(String name, ExportOptions options) {
    return ReadChat.of(file(name), options);
  }

  private static SampleFile file(String part) {
    String name = files.keySet().stream().filter(n -> n.contains(part)).findFirst().orElseThrow();
    return SampleFile.of(name, new String(files.getOrDefault(name, new byte[0]), UTF_8));
  }
}
