package dev.moltbot.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.moltbot.port.HistorySource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports are found in files, folders and archives, and nothing else is touched. */
class RecognitionTest {
  @TempDir private Path folder;

  /** Knows files that begin with a word. */
  private static final ExportFormat HELLO =
      new ExportFormat() {
        @Override
        public String name() {
          return "hello";
        }

        @Override
        public boolean recognises(ExportFile file) throws IOException {
          return new String(file.head(5), UTF_8).equals("hello");
        }

        @Override
        public HistorySource open(ExportFile file, ExportOptions options) {
          throw new UnsupportedOperationException();
        }
      };

  @Test
  void findsWhatAFormatKnowsAndSaysWhatNobodyKnows() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "hello Ada");
    Files.writeString(folder.resolve("b.txt"), "nothing");
    Files.writeString(folder.resolve(".DS_Store"), "nothing");
    try (Recognition recognition = look(folder)) {
      assertThat(recognition.found())
          .extracting(found -> found.file().baseName())
          .containsExactly("a.txt");
      assertThat(recognition.aside())
          .extracting(aside -> aside.name().replaceFirst(".*/", ""), Recognition.Aside::reason)
          .containsExactly(tuple("b.txt", Recognition.UNKNOWN));
    }
  }

  @Test
  void readsGzippedAndZippedFilesAsWhatTheyWere() throws IOException {
    Files.writeString(folder.resolve("plain.txt"), "hello Ada");
    gzip(folder.resolve("packed.txt.gz"), "hello Ada".getBytes(UTF_8));
    zip(folder.resolve("some.zip"), "x/chat.txt", "hello Ada".getBytes(UTF_8));
    try (Recognition recognition = look(folder)) {
      assertThat(recognition.found())
          .extracting(found -> found.file().baseName())
          .containsExactly("packed.txt", "plain.txt", "chat.txt");
      for (Recognition.Found found : recognition.found()) {
        assertThat(found.file().contentKey())
            .isEqualTo(recognition.found().getFirst().file().contentKey());
        assertThat(found.file().bytes()).isEqualTo(9);
      }
    }
  }

  @Test
  void namesNothingOutsideOfTheArchive() throws IOException {
    Path archive = folder.resolve("evil.zip");
    zip(archive, "../../etc/\u202egnp.passwd", "hello".getBytes(UTF_8));
    try (Recognition recognition = look(archive)) {
      assertThat(recognition.found().getFirst().file().name()).isEqualTo("evil.zip/etc/gnp.passwd");
    }
  }

  @Test
  void leavesBombsAside() throws IOException {
    byte[] zeros = new byte[(int) ExportLimits.FREE_BYTES + (1 << 25)];
    zip(folder.resolve("bomb.zip"), "a", zeros);
    try (Recognition recognition = look(folder)) {
      assertThat(recognition.found()).isEmpty();
      assertThat(recognition.aside().getFirst().reason()).contains("200 times its size");
    }
  }

  @Test
  void followsNoLinks() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Files.writeString(folder.resolve("secret.txt"), "hello");
    Files.createSymbolicLink(inside.resolve("link.txt"), folder.resolve("secret.txt"));
    try (Recognition recognition = look(inside)) {
      assertThat(recognition.found()).isEmpty();
    }
  }

  private static Recognition look(Path path) throws IOException {
    Recognition recognition = new Recognition(List.of(HELLO));
    recognition.look(path);
    return recognition;
  }

  private static void gzip(Path path, byte[] bytes) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write(bytes);
    }
  }

  private static void zip(Path path, String entry, byte[] bytes) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(path))) {
      out.putNextEntry(new ZipEntry(entry));
      out.write(bytes);
    }
  }
}
