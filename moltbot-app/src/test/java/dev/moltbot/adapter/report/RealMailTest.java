package dev.moltbot.adapter.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.moltbot.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five thousand real mails, imported, reported and opened. Their writers stay out of the log. */
@Tag("browser")
class RealMailTest {
  private static final Path MAIL =
      Path.of(Optional.ofNullable(System.getenv("MOLTBOT_CORPORA")).orElse("../../shared/corpora"))
          .resolve("mail-5k.mbox.gz");

  @TempDir private Path folder = Path.of("");

  @Test
  void opensInSilenceAndTellsAnybodyNothing() throws IOException {
    boolean there = Files.isReadable(MAIL) && Browser.program() != null;
    if (!there) {
      System.out.println("skipped: no " + MAIL + " (set MOLTBOT_CORPORA), or no Chromium");
    }
    assumeTrue(there);
    run("import", "--json", MAIL.toAbsolutePath().normalize().toString());
    Path shown = folder.resolve("shown.html");
    Path redacted = folder.resolve("redacted.html");
    run("report", "--out", shown.toString());
    run("report", "--redact", "--out", redacted.toString());
    try (Browser browser = Browser.open()) {
      browser.size(1400, 1000);
      browser.show(shown);
      assertThat(browser.number("people.length")).isGreaterThan(100);
      assertThat(browser.number("data.ties.length")).isGreaterThan(100);
      assertThat(browser.complaints.size()).isZero();
      assertThat(browser.requests).filteredOn(url -> url.startsWith("file:")).hasSize(1);
      assertThat(browser.requests).allMatch(url -> url.matches("(file|data):.*"));
      assertNobodyIn(redacted, browser);
    }
  }

  /** Names of one word can be words of the page; an address or a whole name cannot. */
  private static void assertNobodyIn(Path redacted, Browser browser) throws IOException {
    String page = Files.readString(redacted);
    var known =
        (List<?>) browser.eval("people.flatMap(p => [p.name, ...p.handles.map(h => h[1])])");
    long found =
        known.stream()
            .map(String::valueOf)
            .filter(word -> word.contains("@") || word.strip().contains(" "))
            .filter(page::contains)
            .count();
    assertThat(known).hasSizeGreaterThan(200);
    assertThat(found).as("names and addresses in the redacted page").isZero();
  }

  private void run(String... arguments) {
    var environment = Map.of("PATH", String.valueOf(System.getenv("PATH")));
    try (Program command = Program.start("dev.moltbot.app.Main", folder, environment, arguments)) {
      assertThat(command.awaitExit()).as(arguments[0]).isZero();
    }
  }
}
