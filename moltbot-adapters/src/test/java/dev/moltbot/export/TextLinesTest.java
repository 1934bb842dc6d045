package dev.moltbot.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text is read in whatever charset a phone or an old computer wrote it. */
class TextLinesTest {

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "x-UTF-16LE-BOM", "windows-1251"})
  void readsCyrillic(String charset) throws IOException {
    assertThat(lines("Привіт\r\nСвіте".getBytes(Charset.forName(charset))))
        .containsExactly("Привіт", "Світе");
  }

  @Test
  void readsOldWesternText() throws IOException {
    assertThat(lines("Zoë\nsaid: café".getBytes(Charset.forName("windows-1252"))))
        .containsExactly("Zoë", "said: café");
  }

  @Test
  void takesTheMarkOffTheFront() throws IOException {
    assertThat(lines("\uFEFFhello\n😀".getBytes(StandardCharsets.UTF_8)))
        .containsExactly("hello", "😀");
  }

  @Test
  void cutsAHugeLineAndSaysSo() throws IOException {
    byte[] huge = "ж".repeat(ExportLimits.MAX_LINE_BYTES).getBytes(StandardCharsets.UTF_8);
    try (TextLines lines = TextLines.of(new ByteArrayInputStream(huge))) {
      TextLines.Line line = lines.next().orElseThrow();
      assertThat(line.cut()).isTrue();
      assertThat(line.text()).hasSizeBetween(500_000, 600_000).matches("ж+");
      assertThat(lines.next()).isEmpty();
      assertThat(lines.done()).isEqualTo(huge.length);
    }
  }

  @Test
  void numbersLinesFromOne() throws IOException {
    try (TextLines lines = TextLines.of(SampleFile.of("x", "a\n\nb"))) {
      lines.next();
      lines.next();
      assertThat(lines.next().orElseThrow()).isEqualTo(new TextLines.Line(3, "b", false));
    }
  }

  private static List<String> lines(byte[] bytes) throws IOException {
    List<String> all = new ArrayList<>();
    try (TextLines lines = TextLines.of(new ByteArrayInputStream(bytes))) {
      for (var line = lines.next(); line.isPresent(); line = lines.next()) {
        all.add(line.get().text());
      }
    }
    return all;
  }
}
