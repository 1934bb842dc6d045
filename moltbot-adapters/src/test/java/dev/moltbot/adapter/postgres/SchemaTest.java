package dev.moltbot.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schema is brought up to date once, and known to be. */
class SchemaTest {
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

  @Test
  void knowsItsNewestMigration() throws Exception {
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      String newest = files.map(file -> file.getFileName().toString()).max(String::compareTo).get();
      assertThat(newest).startsWith("V" + Schema.NEWEST + "__");
    }
  }

  @Test
  void isUpToDateAfterMigratingAndNotBefore() throws Exception {
    try (TestDatabase database = TestDatabase.fresh()) {
      assertThat(Schema.upToDate(database.logins().owner())).isTrue();
      database.asOwner("delete from flyway_schema_history where version = '" + Schema.NEWEST + "'");
      assertThat(Schema.upToDate(database.logins().owner())).isFalse();
      database.asOwner("drop table flyway_schema_history");
      assertThat(Schema.upToDate(database.logins().owner())).isFalse();
    }
  }
}
