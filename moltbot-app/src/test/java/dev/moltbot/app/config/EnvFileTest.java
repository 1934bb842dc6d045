package dev.moltbot.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A settings file is read whole or refused, and never quoted: it holds secrets. */
class EnvFileTest {
  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void choose() {
    file = folder.resolve(".env");
  }

  @Test
  void readsKeysValuesCommentsAndQuotes() throws IOException {
    write("# a comment\n\nA=1\nexport B='two words'\nC=\"x=y\"\r\nD=\n", "rw-------");
    EnvFile env = EnvFile.read(file);
    assertThat(env.problems()).isEmpty();
    assertThat(env.values())
        .containsEntry("A", "1")
        .containsEntry("B", "two words")
        .containsEntry("C", "x=y")
        .containsEntry("D", "");
  }

  @Test
  void isEmptyWhenThereIsNone() {
    assertThat(EnvFile.read(file)).isEqualTo(EnvFile.read(folder.resolve("other")));
    assertThat(EnvFile.read(file).problems()).isEmpty();
  }

  @Test
  void refusesWhatOthersCanRead() throws IOException {
    for (String mode : new String[] {"rw-r-----", "rw----r--", "rw--w----"}) {
      write("A=1\n", mode);
      assertThat(EnvFile.read(file).values()).isEmpty();
      assertThat(EnvFile.read(file).problems()).singleElement().asString().contains("chmod 600");
    }
  }

  @Test
  void namesTheLineAndNeverItsContent() throws IOException {
    write("A=1\nhunter2 is my password\nb=lower\nC=\"hunter2\nA=hunter2\n", "rw-------");
    assertThat(EnvFile.read(file).problems())
        .hasSize(4)
        .noneMatch(problem -> problem.contains("hunter2"))
        .anyMatch(problem -> problem.contains(".env:2 is not KEY=value"))
        .anyMatch(problem -> problem.contains(".env:5 sets A a second time"));
  }

  @Test
  void refusesAFileThatIsTooLarge() throws IOException {
    write("#" + "x".repeat((int) EnvFile.MAX_BYTES), "rw-------");
    assertThat(EnvFile.read(file).problems()).singleElement().asString().contains("65536");
  }

  private void write(String text, String mode) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }
}
