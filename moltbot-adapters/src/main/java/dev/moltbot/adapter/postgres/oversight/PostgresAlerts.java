package dev.moltbot.adapter.postgres.oversight;

import dev.moltbot.adapter.postgres.transaction.Database;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.alert.Alert;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.port.Alerts;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the owner must hear about, in its table. Thread-safe. */
public final class PostgresAlerts implements Alerts {
  private static final String RAISE =
      """
      insert into alert (kind, key, words, raised_at) values (?, ?, ?, ?)
      on conflict (key) where cleared_at is null do nothing
      """;

  private static final String CLEAR =
      "update alert set cleared_at = ? where key = ? and cleared_at is null";

  private static final String NEXT =
      """
      update alert set lease_until = ?
      where alert_id = (
          select alert_id from alert
          where told_at is null and cleared_at is null
              and (lease_until is null or lease_until <= ?)
          order by raised_at for update skip locked limit 1)
      returning kind, key, words
      """;

  private static final String STANDING =
      """
      select kind, key, words from alert where cleared_at is null
      order by raised_at desc limit ?
      """;

  private static final String TOLD =
      "update alert set told_at = ? where key = ? and told_at is null";

  private final Database database;

  public PostgresAlerts(Database database) {
    this.database = database;
  }

  @Override
  public boolean raise(Alert alert, Instant now) {
    return database.change(now, tx -> raise(tx, alert, now));
  }

  public static boolean raise(Tx tx, Alert alert, Instant now) throws SQLException {
    boolean fresh = tx.run(RAISE, alert.kind().name(), alert.key(), alert.text(), now) > 0;
    if (fresh) {
      tx.audit(new AuditEvent.AlertRaised(alert.kind().name(), alert.key()));
      tx.leavesWork();
    }
    return fresh;
  }

  @Override
  public void clear(String key, Instant now) {
    database.run(now, tx -> clear(tx, key, now));
  }

  static void clear(Tx tx, String key, Instant now) throws SQLException {
    tx.run(CLEAR, now, key);
  }

  @Override
  public Optional<Alert> nextUntold(Duration lease, Instant now) {
    return database.change(now, tx -> tx.first(NEXT, PostgresAlerts::read, now.plus(lease), now));
  }

  private static Alert read(Row row) throws SQLException {
    return new Alert(Alert.Kind.valueOf(row.text("kind")), row.text("key"), row.text("words"));
  }

  @Override
  public List<Alert> standing(int limit) {
    return database.look(tx -> tx.all(STANDING, PostgresAlerts::read, limit));
  }

  @Override
  public void told(Alert alert, Instant now) {
    database.run(now, tx -> tx.run(TOLD, now, alert.key()));
  }
}
