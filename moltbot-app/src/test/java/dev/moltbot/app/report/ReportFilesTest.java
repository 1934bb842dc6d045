package dev.moltbot.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names, modes and the key. */
class ReportFilesTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void namesAReportAfterTheOwnersDay() {
    Instant late = Instant.parse("2026-01-02T23:30:00Z");
    var files = new ReportFiles(folder);
    assertThat(files.fileOf(late, ZoneId.of("Europe/Kyiv"), false))
        .isEqualTo(folder.resolve("report-2026-01-03.html"));
    assertThat(files.fileOf(late, ZoneId.of("Europe/London"), true))
        .isEqualTo(folder.resolve("report-2026-01-02-redacted.html"));
  }

  @Test
  void makesTheKeyOnceAndNeverOverwritesWhatIsThere() throws IOException {
    var files = new ReportFiles(folder.resolve("reports"));
    var key = files.anybody(new Random(1));
    assertThat(files.anybody(new Random(2))).isEqualTo(key);
    assertThat(key.toString()).doesNotContain(key.key());
    Files.writeString(folder.resolve("reports/.pseudonyms"), "short");
    assertThatThrownBy(() -> files.anybody(new Random(3)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("holds no key");
  }
}
