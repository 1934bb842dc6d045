package dev.moltbot.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code moltbot import} as its owner runs it: the whole program, on a workspace of its own. */
class ImportCommandTest {
  private static final String MAIL =
      """
      From olena@example.org Thu Jan  1 10:00:00 2026
      From: Olena Koval <olena@example.org>
      To: me@example.org
      Subject: Finches
      Date: Thu, 01 Jan 2026 10:00:00 +0000
      Message-ID: <1@example.org>

      Did you see them?
      """;

  private static final String CARDS =
      """
      BEGIN:VCARD
      VERSION:3.0
      FN:Олена Коваль
      EMAIL:Olena@Example.org
      END:VCARD
      BEGIN:VCARD
      VERSION:3.0
      FN:Olena Kovalj
      BDAY:1990-02-03
      END:VCARD
      """;

  private static final String CHAT =
      """
      05.02.24, 10:00 - Ann Lee: Will you come?
      05.02.24, 10:01 - Bob Roy: I will.
      25.02.24, 10:02 - Bob Roy: Where are you?
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void readsOnceJoinsWhoIsOneAndFindsWhatWasSaid() throws IOException {
    Path exports = Files.createDirectory(folder.resolve("exports"));
    Files.writeString(exports.resolve("mail.mbox"), MAIL);
    Files.writeString(exports.resolve("cards.vcf"), CARDS);
    String first = said(0, "import", "--json", "--me", "me@example.org", exports.toString());
    assertThat(first)
        .contains("\"read\":3", "\"added\":3", "\"duplicates\":0", "\"quarantined\":0")
        .contains("\"contacts\":2", "\"merged\":1", "\"seconds\":");
    Schemas.assertKeeps("import", first);
    assertThat(Schemas.broken("import", first.replace("seconds", "second"))).isTrue();
    String second = said(0, "import", "--json", "--me", "me@example.org", exports.toString());
    assertThat(second).contains("\"read\":3", "\"added\":0", "\"duplicates\":3");
    assertThat(said(0, "contacts", "history", "olena@example.org")).contains("Finches");
    assertThat(said(0, "contacts", "search", "finches")).contains("Finches");
    assertThat(said(0, "contacts", "suggest", "--list", "--json")).startsWith("{");
  }

  /** What the owner is told at first is what mends it; nothing is undone by hand. */
  @Test
  void takesALateWordOnWhoTheOwnerIs() throws IOException {
    String chat = Files.writeString(folder.resolve("chat.txt"), CHAT).toString();
    assertThat(said(0, "import", chat))
        .contains("To know, of 1 export: who you are in a chat of two: nobody can tell", "--me")
        .doesNotContain("Left out");
    assertThat(said(0, "contacts", "list", "--json")).contains("Ann Lee", "Bob Roy");
    assertThat(said(0, "import", "--json", "--me", "Bob Roy", chat))
        .contains("\"added\":3", "\"duplicates\":0", "\"undone\":3", "\"skipped\":{}")
        .contains("\"notes\":{\"read before without your --me");
    assertThat(said(0, "contacts", "list", "--json")).contains("Ann Lee").doesNotContain("Bob Roy");
    assertThat(said(0, "contacts", "history", "Ann Lee", "--json"))
        .contains("Where are you?")
        .containsOnlyOnce("\"mine\":false");
    assertThat(said(0, "import", "--json", "--me", "Bob Roy", chat))
        .contains("\"added\":0", "\"duplicates\":3", "\"undone\":0", "\"notes\":{}");
  }

  @Test
  void saysWhatIsNotFoundYetAndFinishesItWhenRepeated() throws IOException {
    String box = Files.writeString(folder.resolve("mail.mbox"), MAIL).toString();
    assertThat(said(0, "import", "--search-later", "--me", "me@example.org", box))
        .contains("Not found by a search for their words yet: 1 messages", "moltbot run");
    assertThat(said(0, "import", "--json", "--me", "me@example.org", box))
        .contains("\"known_files\":1", "\"not_indexed\":0");
  }

  private String said(int exit, String... arguments) {
    var environment = Map.of("PATH", String.valueOf(System.getenv("PATH")));
    try (Program command = Program.start("dev.moltbot.app.Main", folder, environment, arguments)) {
      assertThat(command.awaitExit()).as(command.talk()).isEqualTo(exit);
      return command.talk();
    }
  }
}
