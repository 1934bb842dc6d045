package dev.moltbot.adapter.postgres.oversight;

import dev.moltbot.adapter.postgres.transaction.Database;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.port.Ledger;
import java.sql.SQLException;

/** Counts, all from one statement and so from one moment. Thread-safe. */
public final class PostgresLedger implements Ledger {
  private static final String TALLY =
      """
      select (select count(*) from message where not by_us) as messages,
          (select count(*) from quarantine) as quarantined,
          (select count(*) from handle where handle_key = contact_id) as contacts,
          (select count(*) from conversation where due_at is not null) as due,
          (select count(*) from draft) as drafts,
          (select count(*) from request where shown_at is not null) as asked,
          (select count(*) from request where state = 'open') as open, y.*
      from (
          select count(*) as approved, count(*) filter (where outcome is null) as unsettled,
              count(*) filter (where outcome = 'delivered') as sent,
              count(*) filter (where outcome = 'refused') as refused,
              count(*) filter (where outcome = 'unknown') as unknown
          from approval) y
      """;

  private final Database database;

  public PostgresLedger(Database database) {
    this.database = database;
  }

  @Override
  public Tally tally() {
    return database.look(tx -> tx.one(TALLY, PostgresLedger::read));
  }

  private static Tally read(Row row) throws SQLException {
    return new Tally(
        row.number("messages"),
        row.number("quarantined"),
        row.number("contacts"),
        row.number("due"),
        row.number("drafts"),
        row.number("asked"),
        row.number("open"),
        row.number("approved"),
        row.number("unsettled"),
        row.number("sent"),
        row.number("refused"),
        row.number("unknown"));
  }
}
