package dev.moltbot.adapter.postgres.overview;

import dev.moltbot.adapter.postgres.transaction.Database;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.port.Overview;
import dev.moltbot.port.Overviews;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** One look at every table, in one transaction. Thread-safe. */
public final class PostgresOverviews implements Overviews {
  private final Database database;

  public PostgresOverviews(Database database) {
    this.database = database;
  }

  @Override
  public Overview look(Limits limits, ZoneId zone, Instant now) {
    return database.look(tx -> look(tx, limits, zone, now));
  }

  private static Overview look(Tx tx, Limits limits, ZoneId zone, Instant now) throws SQLException {
    // Every part from one moment, so that a place in one list is the same person in another.
    tx.run("set transaction isolation level repeatable read");
    List<Overview.Person> people = OverviewPeople.closest(tx, limits, now);
    var among = new OverviewTies(people);
    return new Overview(
        OverviewWork.totals(tx),
        people,
        among.ties(tx, limits),
        OverviewWork.days(tx, zone, limits.days()),
        among.waiting(tx, limits),
        OverviewWork.drafts(tx, zone),
        OverviewWork.alerts(tx, limits.alerts()),
        OverviewWork.model(tx));
  }
}
