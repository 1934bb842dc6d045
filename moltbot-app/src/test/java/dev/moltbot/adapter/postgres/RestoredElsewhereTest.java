package dev.moltbot.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import dev.moltbot.app.command.Schemas;
import dev.moltbot.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A backup of a workspace with a database of its own, restored by the command into a server that
 * somebody else runs; another one of ours plays it.
 */
@Tag("long")
class RestoredElsewhereTest {
  private static final String EXPORTS =
      """
      BEGIN:VCARD
      VERSION:3.0
      FN:Олена Коваль
      EMAIL:olena@example.org
      NOTE:Likes tea
      END:VCARD
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void isTheSameOnAServerOfTheOwners() throws Exception {
    Path old = Files.createDirectory(folder.resolve("old"));
    Path cards = Files.writeString(folder.resolve("cards.vcf"), EXPORTS);
    said(0, old, "", "import", cards.toString());
    Path key = key(said(0, old, "", "backup", "--new-key", "--json"));
    Path backup = folder.resolve("b.age");
    Schemas.assertKeeps("backup", said(0, old, "", "backup", "--json", backup.toString()));
    String people = said(0, old, "", "contacts", "list", "--json");
    assertThat(people).contains("Олена Коваль");
    try (EmbeddedServer server = Servers.start(folder.resolve("theirs"))) {
      Servers.run(server, "create role ada login createrole password 'ada-pw'");
      Servers.run(server, "create database letters owner ada");
      String url = "postgresql://ada:ada-pw@127.0.0.1:" + server.port() + "/letters";
      restored(url, key, backup, people);
    }
  }

  private void restored(String url, Path key, Path backup, String people) throws IOException {
    Path fresh = Files.createDirectory(folder.resolve("new"));
    String[] restore = {"restore", "--json", "--key-file", key.toString(), backup.toString()};
    assertThat(said(1, fresh, url + "-mistyped", restore))
        .startsWith("MOLTBOT_DATABASE_URL: no connection to 127.0.0.1")
        .hasLineCount(1);
    String done = said(0, fresh, url, restore);
    Schemas.assertKeeps("restore", done);
    assertThat(done).contains("\"restored\":true", "\"valid\":true", "\"aside\":[]");
    assertThat(said(0, fresh, url, "contacts", "list", "--json"))
        .satisfies(json -> assertThat(parsed(json)).isEqualTo(parsed(people)));
    assertThat(said(0, fresh, url, "audit", "tail")).contains("Restored");
    assertThat(fresh.resolve(".openclaw/data")).as("nothing of our own").doesNotExist();
    restore[1] = "--replace";
    assertThat(said(1, fresh, url, restore)).contains("is not empty").hasLineCount(1);
    assertThat(said(0, fresh, url, "contacts", "list", "--json"))
        .satisfies(json -> assertThat(parsed(json)).isEqualTo(parsed(people)));
    restore[1] = "--verify";
    assertThat(said(0, fresh, url, restore)).contains("Nothing was written");
  }

  private Path key(String json) throws IOException {
    Schemas.assertKeeps("backup-key", json);
    String key = json.replaceFirst("(?s).*(AGE-SECRET-KEY-1[A-Z0-9]+).*", "$1");
    return Files.writeString(folder.resolve("key"), key);
  }

  /** The order of names is not part of what is said. */
  private static Object parsed(String json) throws IOException {
    return Objects.requireNonNull(new Moshi.Builder().build().adapter(Object.class).fromJson(json));
  }

  private static String said(int status, Path home, String url, String... arguments) {
    String path = String.valueOf(System.getenv("PATH"));
    var environment =
        url.isEmpty() ? Map.of("PATH", path) : Map.of("PATH", path, "MOLTBOT_DATABASE_URL", url);
    try (Program program = Program.start("dev.moltbot.app.Main", home, environment, arguments)) {
      assertThat(program.awaitExit()).as(program.talk()).isEqualTo(status);
      return program.talk();
    }
  }
}
