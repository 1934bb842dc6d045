package dev.moltbot.adapter.whatsappexport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.export.SampleFile;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.HistorySource.Known;
import dev.moltbot.port.Quarantined;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file holds, no line is lost, nothing throws, and twice gives the same. */
class ChatFuzzTest {
  private static final int FILES = 400;
  private static final int LINES = 40;

  /** Parts of lines, so that chance builds nearly right ones. */
  private static final List<String> PARTS =
      List.of(
          "31/12/2024, 09:00 - ",
          "12/31/24, 9:00\u202FPM - ",
          "[31.12.24, 09:00:00] ",
          "2024. 12. 31. 오후 9:07 - ",
          "99/99/99, 99:99 - ",
          "[1/2/3, 4:5] ",
          "31.12.24 09:00:00: ",
          "Ada: ",
          "Bo: ",
          "+49 171 1234567: ",
          "~ Max: ",
          "\u200E",
          "\u200F",
          "\u202A",
          ": ",
          " - ",
          "\"",
          "“",
          "<Media omitted>",
          "created group ",
          "[",
          "]",
          "١٢/٣/٢٠٢٤، ٩:٠٥ ص - ",
          "\uFFFD",
          "\0",
          "😀",
          "\uD83D",
          "\t",
          "  ",
          "a.m.",
          "\u2028",
          "@",
          "null",
          "21:07, 31/12/2024 - ",
          "10.12.24",
          "12:30",
          "<attached: x.jpg>",
          "IMG-20241231-WA0001.jpg (file attached)");

  static Stream<Integer> seeds() {
    return Stream.iterate(1, seed -> seed + 1).limit(FILES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void losesNoLine(int seed) throws IOException {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>();
    for (int n = 0; n < LINES; n++) {
      lines.add(line(random) + "token" + n + ";");
    }
    SampleFile file =
        SampleFile.of(
            seed % 2 == 0 ? "_chat.txt" : "WhatsApp Chat with Ada.txt", String.join("\n", lines));
    ReadChat chat = ReadChat.of(file, ReadChat.NOBODY);
    String found = found(chat);
    long lost =
        lines.stream()
            .filter(line -> !found.contains(line.substring(line.lastIndexOf("token"))))
            .count();
    // Only what the chat says of itself is not shown: it and the lines that belong to it.
    assertThat(lost == 0 || chat.announcements() > 0)
        .as("seed %d: %d lines lost", seed, lost)
        .isTrue();
    assertThat(ReadChat.of(file, ReadChat.NOBODY)).isEqualTo(chat);
    assertThat(chat.ids()).doesNotHaveDuplicates();
  }

  @Test
  void survivesArbitraryBytes() {
    Random random = new Random(7);
    for (int n = 0; n < FILES; n++) {
      byte[] bytes = new byte[random.nextInt(2_000)];
      random.nextBytes(bytes);
      ReadChat.of(new SampleFile("_chat.txt", bytes, List.of()), ReadChat.NOBODY);
    }
  }

  @Test
  void goesOnWhereItStopped() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int n = 0; n < 100; n++) {
      text.append("31.12.24, 09:00 - Ada: ok\n99.99.24, 09:00 - Ada: broken\n");
    }
    SampleFile file = SampleFile.of("WhatsApp Chat with Ada.txt", text.toString());
    ReadChat whole = ReadChat.of(file, ReadChat.NOBODY);
    List<String> parts = new ArrayList<>();
    Cursor at = Cursor.START;
    boolean more = true;
    while (more) {
      try (var source = new WhatsappChat().open(file, ReadChat.NOBODY)) {
        var batch = source.read(at, 13, Known.NOTHING);
        batch.messages().forEach(message -> parts.add(message.id().nativeId()));
        at = batch.next();
        more = batch.more();
      }
    }
    assertThat(parts).isEqualTo(whole.ids()).hasSize(100).doesNotHaveDuplicates();
  }

  private static String line(Random random) {
    StringBuilder line = new StringBuilder();
    for (int n = random.nextInt(5); n >= 0; n--) {
      line.append(PARTS.get(random.nextInt(PARTS.size())));
    }
    return line.toString();
  }

  private static String found(ReadChat chat) {
    StringBuilder found = new StringBuilder();
    chat.messages()
        .forEach(message -> found.append(message.content().text().reveal()).append('\n'));
    for (Quarantined each : chat.quarantined()) {
      found.append(new String(each.head().toByteArray(), UTF_8)).append('\n');
    }
    return found.toString();
  }
}
