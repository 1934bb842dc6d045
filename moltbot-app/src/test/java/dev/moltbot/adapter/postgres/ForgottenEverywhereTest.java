package dev.moltbot.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.process.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whom {@code contacts forget} erased is in nothing that commands write afterwards, and in no row
 * of any table: read from outside, with the whole program.
 */
@Tag("long")
class ForgottenEverywhereTest {
  /** Of her and nobody else: name, mailbox, number, words, note, tag, town. */
  private static final List<String> HERS =
      List.of(
          "zorabell", "zb@aviary", "380671112233", "finchword", "crumbnote", "ornith", "birdham");

  private static final String MAIL =
      """
      From zb@aviary.example Thu Jan  1 10:00:00 2026
      From: Zorabell Finch <zb@aviary.example>
      To: me@example.org
      Subject: finchword one
      Date: Thu, 01 Jan 2026 10:00:00 +0000
      Message-ID: <1@aviary.example>

      Could you look after the finchword?

      From me@example.org Thu Jan  1 11:00:00 2026
      From: Me <me@example.org>
      To: Zorabell Finch <zb@aviary.example>
      Subject: Re: finchword one
      Date: Thu, 01 Jan 2026 11:00:00 +0000
      Message-ID: <2@example.org>

      The finchword is well.

      From bo@example.net Thu Jan  1 12:00:00 2026
      From: Bo Lee <bo@example.net>
      To: me@example.org
      Subject: Milk
      Date: Thu, 01 Jan 2026 12:00:00 +0000
      Message-ID: <3@example.net>

      Is there keepsake milk?
      """;

  private static final String CARD =
      """
      BEGIN:VCARD
      VERSION:3.0
      FN:Zorabell Finch
      EMAIL:zb@aviary.example
      TEL:+380671112233
      ADR:;;1 Lane;Birdham;;;
      NOTE:crumbnote
      CATEGORIES:ornith
      END:VCARD
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void isInNothingThatIsWrittenLater() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    Path exports = Files.createDirectory(folder.resolve("exports"));
    Files.writeString(exports.resolve("mail.mbox"), MAIL);
    Files.writeString(exports.resolve("cards.vcf"), CARD);
    said(home, "import", "--me", "me@example.org", exports.toString());
    assertThat(HERS).allSatisfy(word -> assertThat(rows(home)).contains(word));
    said(home, "contacts", "forget", "--yes", "zb@aviary.example");
    assertThat(rows(home)).contains("keepsake");
    said(home, "report");
    said(home, "contacts", "export");
    Path key = Files.writeString(folder.resolve("key"), key(home));
    Path backup = folder.resolve("b.age");
    said(home, "backup", backup.toString());
    Path other = Files.createDirectory(folder.resolve("other"));
    said(other, "restore", "--key-file", key.toString(), backup.toString());
    List<String> found = new ArrayList<>();
    for (String word : HERS) {
      Stream.of(rows(home), rows(other), files(home), files(other))
          .filter(all -> all.contains(word))
          .forEach(all -> found.add(word));
    }
    assertThat(found).isEmpty();
    assertThat(files(home)).as("the report has the others").contains("keepsake", "bo lee");
  }

  private static String key(Path home) {
    return said(home, "backup", "--new-key").lines().findFirst().orElseThrow();
  }

  /** Everything in every table, the record and the migrations' own included. */
  private static String rows(Path home) {
    Path data = home.resolve(".openclaw/data");
    var all = new StringBuilder();
    try (PostgresModule open = PostgresModule.open(PostgresConfig.embedded(data), Servers.RANDOM);
        Connection connection = Joining.running(data).orElseThrow().owner().getConnection()) {
      assertThat(open).isNotNull();
      String tables =
          "select relname from pg_class where relkind = 'r' and relnamespace ="
              + " current_schema()::regnamespace";
      for (String table : column(connection, tables)) {
        column(connection, "select t::text from \"" + table + "\" t").forEach(all::append);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return all.toString().toLowerCase(Locale.ROOT);
  }

  private static List<String> column(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  /** What stands in the workspace, but for the database's own files, and what was said. */
  private static String files(Path home) throws IOException {
    var all = new StringBuilder();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        if (!file.startsWith(home.resolve(".openclaw/data"))) {
          all.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        }
      }
    }
    return all.toString().toLowerCase(Locale.ROOT);
  }

  private static String said(Path home, String... arguments) {
    var path = Map.of("PATH", String.valueOf(System.getenv("PATH")));
    try (Program program = Program.start("dev.moltbot.app.Main", home, path, arguments)) {
      assertThat(program.awaitExit()).as(program.talk()).isZero();
      return program.talk();
    }
  }
}
