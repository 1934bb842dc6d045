package dev.moltbot.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code moltbot report} in a workspace in which nothing ever happened. */
class ReportCommandTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void writesAPageForTheOwnerAlone() throws IOException {
    String said = said("report", "--json");
    Schemas.assertKeeps("report", said);
    Path reports = folder.resolve(".openclaw/reports");
    try (var files = Files.list(reports)) {
      assertThat(files)
          .singleElement()
          .satisfies(file -> {
            assertThat(file.getFileName().toString()).matches("report-\\d{4}-\\d\\d-\\d\\d\\.html");
            assertThat(said).contains(file.toString());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
            assertThat(Files.readString(file))
                .contains("The record holds", "No message has been read");
          });
    }
    Path out = folder.resolve("elsewhere/mine.html");
    assertThat(said("report", "--redact", "--out", out.toString())).contains(out.toString());
    assertThat(out).content().contains("with pseudonyms");
    assertThat(reports.resolve(".pseudonyms")).hasSize(32);
  }

  private String said(String... arguments) {
    var environment = Map.of("PATH", String.valueOf(System.getenv("PATH")));
    try (Program command = Program.start("dev.moltbot.app.Main", folder, environment, arguments)) {
      assertThat(command.awaitExit()).as(command.talk()).isZero();
      return command.talk();
    }
  }
}
