package dev.moltbot.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.postgres.transaction.Keys;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.contact.Mark;
import dev.moltbot.domain.message.ChannelId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Handles of before the graph get the marks that they would get today. */
class GraphMigrationTest {
  private static final Path MIGRATION = Path.of("src/main/resources/db/migration/V012__graph.sql");

  private static final List<String> VALUES =
      List.of(
          "ann@example.org",
          "a.n.n+news@gmail.com",
          "+plus@gmail.com",
          "...@googlemail.com",
          "ann+news@example.org",
          "юлія@пошта.укр",
          "no mail@example.org",
          "a@b",
          "+380671234567",
          "+0671234567",
          "380671234567",
          "ann");

  @Test
  void marksOldHandlesAsTheCodeWould() throws Exception {
    try (TestDatabase database = TestDatabase.fresh()) {
      for (String value : VALUES) {
        var handle = new Handle(new ChannelId("mail"), value);
        database.asOwner(
            "insert into handle (handle_key, channel, value, contact_id) values ('%1$s', 'mail',"
                    .formatted(Keys.of(handle))
                + " '%1$s', '%2$s')".formatted(handle.value(), Keys.of(handle)));
      }
      database.asOwner(step());
      for (String value : VALUES) {
        assertThat(marked(database, value)).as(value).isEqualTo(expected(value));
      }
    }
  }

  private static String step() throws Exception {
    String all = Files.readString(MIGRATION);
    int start = all.indexOf("insert into mark");
    return all.substring(start, all.indexOf(';', start));
  }

  private static String marked(TestDatabase database, String value) throws Exception {
    return database.asOwner(
        "select coalesce(max(m.mark_key || m.kind || m.value), '') from mark m join handle h"
            + " on h.handle_id = m.handle_id where h.value = '%s' and m.own".formatted(value));
  }

  private static String expected(String value) {
    Optional<Mark> mark = Mark.of(new Handle(new ChannelId("mail"), value));
    return mark.map(one -> Keys.of(one) + one.kind().name() + one.value()).orElse("");
  }
}
