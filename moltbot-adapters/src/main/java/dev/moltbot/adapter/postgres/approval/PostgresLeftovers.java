package dev.moltbot.adapter.postgres.approval;

import dev.moltbot.adapter.postgres.transaction.Database;
import dev.moltbot.port.Leftovers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** For the one Moltbot on a server of its own: whoever else held anything has died. */
public final class PostgresLeftovers implements Leftovers {
  public static final List<String> FREE =
      List.of(
          "update conversation set lease = nextval('lease_number'), lease_until = null"
              + " where lease_until is not null",
          "update request set lease_until = opened_at where state = 'opening'",
          "update request set tell_until = null where tell_until is not null",
          "update alert set lease_until = null where lease_until is not null",
          "update question set lease = nextval('lease_number'), lease_until = null"
              + " where lease_until is not null");

  private final Database database;

  public PostgresLeftovers(Database database) {
    this.database = database;
  }

  @Override
  public void clear(Instant now) {
    database.run(
        now,
        tx -> {
          for (String free : FREE) {
            tx.run(free);
          }
          Sending.abandon(tx, Duration.ZERO, now);
        });
  }
}
