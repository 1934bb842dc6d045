package dev.moltbot.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.process.Await;
import dev.moltbot.process.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of a {@code moltbot import} at four moments that the database shows, each
 * followed by the same command: the end is that of an import nobody disturbed.
 */
@Tag("long")
class KilledImportTest {
  private static final int MAILS = 12_000;
  private static final long LOOK_NANOS = 1_000_000;

  private static final String BEGUN =
      "select exists (select from imported_file) and not exists (select from message)";
  private static final String HALF = "select count(*) between 1000 and 10000 from message";
  private static final String SUGGESTING =
      "select exists (select from imported_file where ended_at is not null)"
          + " and not exists (select from message_words)";
  private static final String INDEXING =
      "select exists (select from message_words) and exists (select from message_unindexed)";

  /** Everything an import leaves, without row numbers and times of arrival. */
  private static final List<String> LEFT =
      List.of(
          "select native_key, native_id, placed_at, from_owner, category, md5(subject || body) as b"
              + " from message",
          "select handle_key, contact_id, channel, value, name, named_at, folded from handle",
          "select mark_key, handle_key, m.value from mark m join handle using (handle_id)",
          "select least(a.handle_key, b.handle_key) as one, greatest(a.handle_key, b.handle_key)"
              + " as two, evidence from link join handle a on a.handle_id = first_id"
              + " join handle b on b.handle_id = second_id",
          "select least(a.handle_key, b.handle_key) as one, greatest(a.handle_key, b.handle_key)"
              + " as two, reasons from suggestion join handle a on a.handle_id = first_id"
              + " join handle b on b.handle_id = second_id",
          "select handle_key, native_key from addressed join handle using (handle_id)"
              + " join message using (message_id)",
          "select native_key, words::text from message_words join message using (message_id)",
          "select message_id from message_unindexed",
          "select content_key, name, cursor, read, added, duplicates, quarantined, people, skipped"
              + " from imported_file where ended_at is not null");

  @TempDir private Path folder = Path.of("");

  @Test
  void endsAsIfNothingHadHappened() throws Exception {
    Path mails = Files.writeString(folder.resolve("mails.mbox"), mailbox());
    Path calm = Files.createDirectory(folder.resolve("calm"));
    imported(calm, mails);
    Path killed = Files.createDirectory(folder.resolve("killed"));
    for (String moment : List.of(BEGUN, HALF, SUGGESTING, INDEXING)) {
      kill(killed, mails, moment);
    }
    imported(killed, mails);
    List<String> wanted = left(calm);
    assertThat(wanted.getFirst()).startsWith(MAILS + " ");
    assertThat(wanted.get(4)).as("somebody is suggested").doesNotStartWith("0 ");
    assertThat(left(killed)).isEqualTo(wanted);
  }

  private void imported(Path home, Path mails) {
    try (Program program = program(home, mails)) {
      assertThat(program.awaitExit()).as(program.talk()).isZero();
      assertThat(program.talk()).contains("\"read\":" + MAILS);
    }
  }

  private void kill(Path home, Path mails, String moment) {
    try (Program program = program(home, mails)) {
      assertThat(seen(home, moment, program)).as("missed: %s %s", moment, program.talk()).isTrue();
      program.kill();
    }
  }

  /** Looks by one connection again and again: to open one may take as long as the moment lasts. */
  private static boolean seen(Path home, String moment, Program program) {
    while (program.alive()) {
      Optional<Logins> running = Joining.running(home.resolve(".openclaw/data"));
      if (running.isPresent() && seen(running.get(), moment, program)) {
        return true;
      }
      Await.pause();
    }
    return false;
  }

  private static boolean seen(Logins logins, String moment, Program program) {
    try (Connection connection = logins.owner().getConnection()) {
      while (program.alive()) {
        if (one(connection, moment).equals("t")) {
          return program.alive();
        }
        LockSupport.parkNanos(LOOK_NANOS);
      }
    } catch (SQLException e) {
      // The server starts, has no tables yet, or is that of the one killed before and stops: again.
      return false;
    }
    return false;
  }

  private static String one(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }

  /** How many rows, and a digest of them. */
  private static List<String> left(Path home) throws Exception {
    Path data = home.resolve(".openclaw/data");
    try (PostgresModule open = PostgresModule.open(PostgresConfig.embedded(data), Servers.RANDOM);
        Connection connection = Joining.running(data).orElseThrow().owner().getConnection()) {
      assertThat(open).isNotNull();
      List<String> left = new ArrayList<>();
      for (String rows : LEFT) {
        left.add(
            one(
                connection,
                """
                select count(*) || ' ' || md5(coalesce(string_agg(t::text, ';' order by t::text), ''))
                from (%s) t
                """
                    .formatted(rows)));
      }
      return left;
    }
  }

  private static Program program(Path home, Path mails) {
    return Program.start(
        "dev.moltbot.app.Main",
        home,
        Map.of("PATH", String.valueOf(System.getenv("PATH"))),
        "import",
        "--json",
        "--me",
        "me@example.org",
        mails.toString());
  }

  /** From 800 mailboxes; each name but a few has two. */
  private static String mailbox() {
    return IntStream.range(0, MAILS).mapToObj(KilledImportTest::mail).collect(Collectors.joining());
  }

  private static String mail(int i) {
    int person = i * 7 % 400;
    String domain = i / 400 % 2 == 0 ? "example.org" : "example.com";
    return """
    From - Thu Jan  1 10:00:00 2026
    From: Given%1$d Family%2$d <given%1$d.%2$d@%3$s>
    To: me@example.org
    Subject: Number %4$d
    Date: %5$s, %6$02d Jan 2026 10:%7$02d:%8$02d +0000
    Message-ID: <%4$d@example.org>

    Word%4$d and word%9$d and another %10$s.

    """
        .formatted(
            person % 20,
            person,
            domain,
            i,
            List.of("Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed").get(i % 7),
            1 + i % 28,
            i / 60 % 60,
            i % 60,
            i % 97,
            "sentence of ordinary length ".repeat(20));
  }
}
