package dev.moltbot.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.process.Await;
import dev.moltbot.process.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code moltbot backup} and {@code restore} as an owner runs them, on two workspaces, and killed
 * at several moments: a file is whole or not there, a database is the old one or the backup's.
 */
@Tag("long")
class KilledBackupTest {
  private static final String MAIN = "dev.moltbot.app.Main";
  private static final int ROWS = 150_000;

  @TempDir private Path folder = Path.of("");

  @Test
  void isWholeOrNotThere() throws Exception {
    Path old = home("old");
    assertThat(said(1, old, "backup")).contains("There is nothing to back up");
    said(0, old, "pause");
    assertThat(said(78, old, "backup")).contains("moltbot backup --new-key");
    Path key = key(old);
    fill(old);
    Path backup = backedUpThoughKilled(old);
    assertThat(said(1, old, "backup", backup.toString())).contains("never written over");
    assertThat(said(0, old, "restore", "--verify", "--key-file", key.toString(), backup.toString()))
        .contains("The backup is whole", "Nothing was written");
    restoredThoughKilled(home("new"), key, backup);
    replacedThoughKilled(old, key, backup);
  }

  /** The key is shown, and nowhere on the machine afterwards; its public half is. */
  private Path key(Path home) throws IOException {
    String key = said(0, home, "backup", "--new-key").lines().findFirst().orElseThrow();
    assertThat(key).startsWith("AGE-SECRET-KEY-1").hasSize(74);
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(key);
      }
    }
    assertThat(home.resolve("backup.recipients")).content().contains("age1");
    return Files.writeString(folder.resolve("key"), key + "\n");
  }

  private Path backedUpThoughKilled(Path home) throws IOException {
    Path wanted = folder.resolve("kept.tar.gz.age");
    Path part = folder.resolve(".kept.tar.gz.age.part");
    for (long bytes : new long[] {0, 100_000, 1_000_000}) {
      killedWhen(() -> size(part) > bytes, home, "backup", wanted.toString());
      assertThat(wanted).doesNotExist();
    }
    // While another Moltbot has the database open, as run does.
    try (PostgresModule busy = open(home)) {
      assertThat(busy).isNotNull();
      assertThat(said(0, home, "backup", wanted.toString())).contains("SHA-256");
    }
    assertThat(part).doesNotExist();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(wanted)))
        .isEqualTo("rw-------");
    assertThat(said(0, home, "audit", "tail")).contains("BackedUp");
    return wanted;
  }

  private void restoredThoughKilled(Path home, Path key, Path backup) throws Exception {
    String[] restore = {"restore", "--key-file", key.toString(), backup.toString()};
    Path half = home.resolve("data.restoring");
    for (BooleanSupplier moment :
        List.<BooleanSupplier>of(
            () -> Files.exists(half), () -> Files.exists(half.resolve("cluster/postmaster.pid")))) {
      killedWhen(moment, home, restore);
      assertThat(home.resolve("data")).doesNotExist();
      assertThat(said(1, home, "audit", "verify")).contains("a restore is under way or was broken");
    }
    said(
        1,
        home,
        "restore",
        "--key-file",
        Files.writeString(folder.resolve("x"), "y").toString(),
        backup.toString());
    assertThat(said(0, home, restore)).contains("Restored: ", "Moltbot is paused");
    assertThat(half).doesNotExist();
    assertThat(rows(home)).isEqualTo(ROWS);
    assertThat(said(0, home, "audit", "verify")).contains("The record holds");
    assertThat(said(0, home, "audit", "tail")).contains("Restored");
    assertThat(home.resolve("identity.md")).hasContent("I am Olena.");
    assertThat(said(1, home, restore)).contains("--replace", "Nothing was changed");
    // Killed between the last two steps: the next start takes the last one.
    Files.move(home.resolve("data"), home.resolve("data.restored"));
    assertThat(said(0, home, "audit", "verify")).contains("The record holds");
    assertThat(rows(home)).isEqualTo(ROWS);
  }

  private void replacedThoughKilled(Path home, Path key, Path backup) throws Exception {
    String[] replace = {"restore", "--replace", "--key-file", key.toString(), backup.toString()};
    Files.writeString(home.resolve("identity.md"), "I am someone else.");
    String before = said(0, home, "audit", "verify");
    killedWhen(
        () -> Files.exists(home.resolve("data.restoring/cluster/postmaster.pid")), home, replace);
    assertThat(said(0, home, "audit", "verify")).isEqualTo(before);
    assertThat(home.resolve("identity.md")).hasContent("I am someone else.");
    try (PostgresModule busy = open(home)) {
      assertThat(busy).isNotNull();
      assertThat(said(1, home, replace)).contains("is running on");
    }
    assertThat(said(0, home, replace)).contains("Kept aside: " + home.resolve("data.before-"));
    assertThat(home.resolve("identity.md")).hasContent("I am Olena.");
    assertThat(rows(home)).isEqualTo(ROWS);
  }

  private Path home(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name)).resolve(".openclaw");
  }

  private static long size(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : -1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void killedWhen(BooleanSupplier moment, Path home, String... arguments) {
    try (Program program = program(home, arguments)) {
      Await.until(
          String.join(" ", arguments),
          () -> moment.getAsBoolean() || !program.alive(),
          program::talk);
      assertThat(program.alive()).as("killed in the middle: " + program.talk()).isTrue();
      program.kill();
    }
  }

  private String said(int status, Path home, String... arguments) {
    try (Program program = program(home, arguments)) {
      assertThat(program.awaitExit()).as(program.talk()).isEqualTo(status);
      assertThat(program.talk()).doesNotContain("Exception");
      return program.talk();
    }
  }

  private static Program program(Path home, String... arguments) {
    var environment = new HashMap<String, String>();
    environment.put("PATH", String.valueOf(System.getenv("PATH")));
    return Program.start(
        MAIN, Objects.requireNonNull(home.getParent()), Map.copyOf(environment), arguments);
  }

  private static PostgresModule open(Path home) {
    return PostgresModule.open(PostgresConfig.embedded(home.resolve("data")), new SecureRandom());
  }

  private static void fill(Path home) throws Exception {
    Files.writeString(home.resolve("identity.md"), "I am Olena.");
    asOwner(
        home,
        "insert into account (channel, name, cursor) select 'x', n::text, md5(n::text)"
            + " || md5((-n)::text) from generate_series(1, "
            + ROWS
            + ") n");
  }

  private static int rows(Path home) throws Exception {
    return Integer.parseInt(asOwner(home, "select count(*) from account where cursor <> ''"));
  }

  private static String asOwner(Path home, String sql) throws Exception {
    try (PostgresModule open = open(home);
        Connection connection =
            Joining.running(home.resolve("data")).orElseThrow().owner().getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(open).isNotNull();
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet rows = statement.getResultSet()) {
        return rows.next() ? rows.getString(1) : "";
      }
    }
  }
}
