package dev.moltbot.adapter.postgres.oversight;

import dev.moltbot.adapter.postgres.transaction.Database;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.alert.Alert;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.egress.Refusal;
import dev.moltbot.domain.egress.RefusalWatch;
import dev.moltbot.port.GatewayLog;
import dev.moltbot.port.Refusals;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What walls did not let out: on record, to the owner, and how far it was read. Thread-safe. */
public final class PostgresRefusals implements Refusals {
  private static final String BEGIN =
      "insert into refusal_watch default values on conflict do nothing";
  private static final String LOCK =
      "select hour, told, counted, alerts, log_offset, log_before from refusal_watch for update";
  private static final String KEEP =
      "update refusal_watch set hour = ?, told = ?, counted = ?, alerts = ?";
  private static final String MARK = "select log_offset, log_before from refusal_watch";
  private static final String MOVE = "update refusal_watch set log_offset = ?, log_before = ?";

  private final Database database;

  public PostgresRefusals(Database database) {
    this.database = database;
  }

  @Override
  public void record(List<Refusal> refusals, Instant now) {
    database.run(
        now,
        tx -> {
          tx.run(BEGIN);
          record(tx, refusals, now);
        });
  }

  @Override
  public GatewayLog.Mark mark() {
    return database.look(
        tx -> tx.first(MARK, PostgresRefusals::mark).orElse(GatewayLog.Mark.BEGINNING));
  }

  @Override
  public void record(GatewayLog.Mark from, GatewayLog.Piece piece, Instant now) {
    database.run(
        now,
        tx -> {
          tx.run(BEGIN);
          if (tx.one(LOCK, PostgresRefusals::mark).equals(from)) {
            tx.run(MOVE, piece.next().offset(), piece.next().before());
            record(tx, piece.refusals(), now);
            gap(tx, piece, now);
          }
        });
  }

  private static void record(Tx tx, List<Refusal> refusals, Instant now) throws SQLException {
    RefusalWatch before = tx.one(LOCK, PostgresRefusals::watch);
    RefusalWatch.Next hour = before.at(now);
    if (hour.more() > 0) {
      tx.audit(new AuditEvent.EgressRefusedMore(before.hour().toString(), hour.more()));
    }
    RefusalWatch watch = told(tx, hour, now);
    for (Refusal one : refusals) {
      if (watch.records()) {
        tx.audit(
            new AuditEvent.EgressRefused(
                one.wall(), one.caller(), one.asked(), one.host(), one.why()));
      }
      watch = told(tx, watch.saw(one), now);
    }
    tx.run(KEEP, watch.hour(), watch.told(), watch.counted(), watch.alerts());
  }

  private static RefusalWatch told(Tx tx, RefusalWatch.Next next, Instant now) throws SQLException {
    for (Alert alert : next.told()) {
      PostgresAlerts.raise(tx, alert, now);
    }
    return next.watch();
  }

  /** What is not known, is said. */
  private static void gap(Tx tx, GatewayLog.Piece piece, Instant now) throws SQLException {
    String what =
        (piece.replaced() ? "it was cut or replaced" : "")
            + (piece.replaced() && piece.unreadable() > 0 ? "; " : "")
            + (piece.unreadable() > 0 ? piece.unreadable() + " lines could not be read" : "");
    if (!what.isEmpty()) {
      tx.audit(new AuditEvent.ErrorOccurred("gateway-log", what));
      String words =
          "The gateway's log has a gap: "
              + what
              + ". Refusals may be missing from the record; the gateway refused all the same. If you"
              + " did not change anything there, look at its container.";
      PostgresAlerts.raise(tx, new Alert(Alert.Kind.EGRESS_REFUSED, "gateway-log-gap", words), now);
    }
  }

  private static GatewayLog.Mark mark(Row row) throws SQLException {
    return new GatewayLog.Mark(row.number("log_offset"), row.text("log_before"));
  }

  private static RefusalWatch watch(Row row) throws SQLException {
    return new RefusalWatch(
        row.instant("hour"), (int) row.number("told"), row.number("counted"), row.number("alerts"));
  }
}
