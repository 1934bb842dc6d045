package dev.moltbot.adapter.postgres;

import dev.moltbot.adapter.postgres.PostgresModule.Restored;
import dev.moltbot.adapter.postgres.oversight.PostgresAuditLog;
import dev.moltbot.adapter.postgres.transaction.AuditRows;
import dev.moltbot.adapter.postgres.transaction.Database;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.audit.Verification;
import dev.moltbot.port.Snapshots;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** From a backup's rows to a database that can be worked on. */
final class Restoring {
  private final Consumer<Snapshots.Sink> feed;
  private final AuditEvent.Restored event;
  private final Instant now;

  /**
   * @param feed hands all rows on, and returns when they were found to be whole
   */
  Restoring(Consumer<Snapshots.Sink> feed, AuditEvent.Restored event, Instant now) {
    this.feed = feed;
    this.event = event;
    this.now = now;
  }

  /** Fills an empty database. Until this is done it is empty; after it, it is paused. */
  Restored into(DataSource owner) {
    try (var loading = new Loading(owner)) {
      feed.accept(loading);
      Aftermath.pause(loading.tx(), now);
      boolean current = loading.schema().equals(Schema.NEWEST);
      if (current) {
        Tx tx = loading.tx();
        Aftermath.Told told = settle(tx);
        loading.commit();
        return result(owner, loading, told);
      }
      loading.commit();
      Schema.migrate(owner);
      return result(owner, loading, settleApart(owner));
    } catch (SQLException e) {
      throw Database.translated(e);
    }
  }

  private Aftermath.Told settle(Tx tx) throws SQLException {
    Aftermath.Told told = Aftermath.settle(tx, event, now);
    AuditRows.append(tx, now);
    return told;
  }

  /** Tables of an older version have to be brought up to date before. */
  private Aftermath.Told settleApart(DataSource owner) throws SQLException {
    try (Connection connection = owner.getConnection()) {
      connection.setAutoCommit(false);
      Aftermath.Told told = settle(new Tx(connection));
      connection.commit();
      return told;
    }
  }

  private static Restored result(DataSource owner, Loading loading, Aftermath.Told told)
      throws SQLException {
    try (Connection connection = owner.getConnection()) {
      connection.setAutoCommit(false);
      Verification record = PostgresAuditLog.verify(new Tx(connection));
      connection.rollback();
      return new Restored(loading.rows(), told.unknown(), told.closed(), record, "");
    }
  }
}
