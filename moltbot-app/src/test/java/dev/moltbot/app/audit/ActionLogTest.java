package dev.moltbot.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import dev.moltbot.adapter.postgres.TestDatabase;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.port.AuditLog;
import dev.moltbot.testkit.SettableTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActionLogTest {
  @TempDir private Path folder = Path.of("");
  private TestDatabase database;
  private AuditLog audit;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    audit = Guice.createInjector(database.stores()).getInstance(AuditLog.class);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void hasOneLinePerEntryAndGoesOnAfterARestart() throws IOException {
    Path file = folder.resolve("actions.log");
    happens("one");
    try (var log = new ActionLog(file)) {
      log.follow(audit);
      happens("two");
      log.follow(audit);
    }
    happens("three");
    try (var log = new ActionLog(file)) {
      log.follow(audit);
      log.follow(audit);
    }
    assertThat(Files.readAllLines(file))
        .hasSize(3)
        .allMatch(line -> line.startsWith("{\"seq\":") && line.endsWith("}"));
    assertThat(Files.readString(file)).containsSubsequence("\"one\"", "\"two\"", "\"three\"");
  }

  private void happens(String what) {
    audit.append(new AuditEvent.Stopped(what), SettableTime.NOON);
  }
}
