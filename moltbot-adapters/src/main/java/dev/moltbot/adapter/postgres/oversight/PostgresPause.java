package dev.moltbot.adapter.postgres.oversight;

import dev.moltbot.adapter.postgres.transaction.Database;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.port.Pause;
import java.time.Instant;

/** The owner's brake, in its table: a row while it is on. Thread-safe. */
public final class PostgresPause implements Pause {
  private static final String PAUSE =
      "insert into pause (paused_by, paused_at) values (?, ?) on conflict do nothing";

  private final Database database;

  public PostgresPause(Database database) {
    this.database = database;
  }

  @Override
  public boolean paused() {
    return database.look(tx -> tx.any("select 1 from pause"));
  }

  @Override
  public void pause(String by, Instant now) {
    database.run(
        now,
        tx -> {
          if (tx.run(PAUSE, by, now) > 0) {
            tx.audit(new AuditEvent.Paused(by));
          }
        });
  }

  @Override
  public void resume(String by, Instant now) {
    database.run(
        now,
        tx -> {
          if (tx.run("delete from pause") > 0) {
            tx.audit(new AuditEvent.Resumed(by));
            tx.leavesWork();
          }
        });
  }
}
