package dev.moltbot.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A letter of 1888, and one that nobody dated, on their way through the whole program. */
@Tag("long")
class OldLettersTest {
  private static final String TALK =
      """
      CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,\
      SUBJECT,CONTENT,FOLDER,IS MESSAGE DRAFT
      c1,,Theo Brandt,https://www.linkedin.com/in/theo-b,Me,https://www.linkedin.com/in/me-x,\
      1888-02-21 12:00:00 UTC,,The almond tree is in bloom.,INBOX,
      """;

  private static final String UNDATED =
      """
      From: Theo Brandt <theo@example.org>
      To: me@example.org
      Subject: Sunflowers
      Message-ID: <1@example.org>

      I forgot to write the day.
      """;

  private static final String OLD_MAIL =
      UNDATED
          .replace("Sunflowers", "Irises")
          .replace("<1@", "<2@")
          .replace("Message-ID", "Date: Tue, 21 Feb 1888 12:00:00 +0000\nMessage-ID");

  @TempDir private Path folder = Path.of("");

  @Test
  void keepTheirDatesFromTheExportToTheReport() throws IOException {
    Path exports = Files.createDirectory(folder.resolve("exports"));
    Files.writeString(exports.resolve("messages.csv"), TALK);
    Files.writeString(exports.resolve("sunflowers.eml"), UNDATED);
    Files.writeString(exports.resolve("irises.eml"), OLD_MAIL);
    assertThat(said("import", "--json", "--me", "me@example.org,Me", exports.toString()))
        .contains("\"added\":3", "\"quarantined\":0");
    assertThat(said("contacts", "history", "--json", "linkedin.com/in/theo-b"))
        .contains("\"at\":\"1888-02-21T12:00:00Z\"");
    assertThat(said("contacts", "history", "theo@example.org").lines())
        .anySatisfy(line -> assertThat(line).contains("1888-02-21", "Irises"))
        .anySatisfy(line -> assertThat(line).contains("undated", "Sunflowers"));
    assertThat(said("contacts", "search", "almond before:1889 after:1888-01"))
        .contains("1888-02-21");
    assertThat(said("contacts", "show", "linkedin.com/in/theo-b"))
        .contains("first contact: 1888-02-21");
    said("report", "--out", folder.resolve("report.html").toString());
    assertThat(Files.readString(folder.resolve("report.html")))
        .contains(Long.toString(Instant.parse("1888-02-21T12:00:00Z").getEpochSecond()));
  }

  private String said(String... arguments) {
    var environment = Map.of("PATH", String.valueOf(System.getenv("PATH")));
    try (Program command = Program.start("dev.moltbot.app.Main", folder, environment, arguments)) {
      assertThat(command.awaitExit()).as(command.talk()).isZero();
      return command.talk();
    }
  }
}
