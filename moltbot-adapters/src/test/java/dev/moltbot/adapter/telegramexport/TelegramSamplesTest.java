package dev.moltbot.adapter.telegramexport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Trait;
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

/** Exports that other programs test themselves with, with the counts of a careful reader. */
class TelegramSamplesTest {
  private static Map<String, byte[]> files = Map.of();

  @BeforeAll
  static void unpack() throws IOException {
    Optional<Path> corpus = Corpora.file("chat-exports-dev.tar.gz");
    files = corpus.isPresent() ? Corpora.unpack(corpus.get()) : Map.of();
  }

  @BeforeEach
  void needsThem() {
    if (files.isEmpty()) {
      throw new TestAbortedException("no exports");
    }
  }

  @Test
  void readsOneChatAndAListOfChatsAlike() {
    for (String name : List.of("test_single_export.json", "test_batch_export.json")) {
      ReadExport export = read(name);
      assertThat(export.said())
          .as(name)
          .containsExactly(
              "2018-12-05T10:39:10Z Author 1: Minimal Message",
              "2018-12-05T10:49:24Z Author 2: Link:https://telegram.org/");
      assertThat(export.quarantined()).isEmpty();
    }
  }

  @Test
  void readsAChannel() {
    ReadExport export = read("pachumarchive");
    assertThat(export.messages()).hasSize(6);
    assertThat(export.with(Trait.ATTACHMENTS)).isEqualTo(6);
    assertThat(export.with(Trait.BULK)).isEqualTo(6);
    InboundMessage first = export.messages().getFirst();
    assertThat(first.sentAt()).hasToString("2026-06-19T11:26:50Z");
    assertThat(first.conversation().nativeId()).isEqualTo("-1002447843635");
    assertThat(first.id().nativeId()).isEqualTo("-1002447843635:3858@1781868410");
    assertThat(first.content().text().reveal())
        .startsWith("Очень странные дела (S1 E1-5)\n\n📹 ТВИЧ | 💳 БУСТИ")
        .endsWith("#КиноСтрим #ОСД");
    assertThat(export.quarantined()).isEmpty();
  }

  @Test
  void knowsEveryTelegramSampleAndNothingElse() throws IOException {
    for (String name : files.keySet()) {
      boolean telegram = name.contains("telegram/") && !name.endsWith("target.json");
      assertThat(new TelegramJson().recognises(file(name))).as(name).isEqualTo(telegram);
    }
  }

  private static ReadExport read(String part) {
    return ReadExport.of(new TelegramJson(), file(part), ReadExport.NOBODY);
  }

  private static SampleFile file(String part) {
    String name = files.keySet().stream().filter(n -> n.contains(part)).findFirst().orElseThrow();
    return new SampleFile(name, files.getOrDefault(name, new byte[0]), List.of());
  }
}
