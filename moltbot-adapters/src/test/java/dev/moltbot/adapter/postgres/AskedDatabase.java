package dev.moltbot.adapter.postgres;

import com.zaxxer.hikari.HikariDataSource;
import dev.moltbot.adapter.postgres.message.PostgresSearchIndex;
import dev.moltbot.adapter.postgres.transaction.Database;
import dev.moltbot.flow.IndexMessages;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;

/**
 * A database of invented messages that is kept from one measuring to the next. It is filled under
 * another name, so that one whose filling was broken off is not taken for whole.
 */
final class AskedDatabase implements AutoCloseable {
  private static final String FILLING = "filling";
  private static final Duration PATIENCE = Duration.ofHours(2);

  /** The words' index is built at once when they are all there, which is ten times as fast. */
  private static final String WORDS_INDEX =
      "create index message_words_held on message_words using gin (words)";

  private final Logins logins;
  private final HikariDataSource pool;

  private AskedDatabase(Logins logins) {
    this.logins = logins;
    this.pool = Pool.of(logins);
  }

  /** The one of this crowd, filled now unless it was before. */
  static AskedDatabase of(EmbeddedServer server, InventedCrowd crowd)
      throws SQLException, IOException {
    String name = "asked_" + crowd.messages();
    String there = "select datname from pg_database where datname = '" + name + "'";
    if (Servers.column(server, there).isEmpty()) {
      fill(server, crowd);
      Servers.run(server, "alter database " + FILLING + " rename to " + name);
    }
    Logins logins = logins(server, name);
    Schema.migrate(logins.owner());
    return new AskedDatabase(logins);
  }

  private static void fill(EmbeddedServer server, InventedCrowd crowd)
      throws SQLException, IOException {
    Servers.run(server, "drop database if exists " + FILLING);
    Schema.prepare(
        logins(server, "postgres").owner(), FILLING, server.password(Logins.APP, Servers.RANDOM));
    Schema.migrate(logins(server, FILLING).owner());
    try (var database = new AskedDatabase(logins(server, FILLING))) {
      database.fill(crowd);
    }
  }

  private void fill(InventedCrowd crowd) throws SQLException, IOException {
    crowd.fill(logins.owner());
    asOwner("drop index message_words_held");
    var index = new PostgresSearchIndex(database());
    new IndexMessages(index, InstantSource.system()).catchUp(PATIENCE);
    asOwner("set maintenance_work_mem = '512MB'; " + WORDS_INDEX);
    // What the server does by itself a minute later.
    asOwner("vacuum analyze");
  }

  private static Logins logins(EmbeddedServer server, String name) {
    String owner = server.password(Cluster.OWNER, Servers.RANDOM);
    String app = server.password(Logins.APP, Servers.RANDOM);
    var patient = Logins.source(server.port(), name, Cluster.OWNER, owner);
    patient.setSocketTimeout(0);
    return new Logins(patient, Logins.source(server.port(), name, Logins.APP, app), "");
  }

  Database database() {
    return new Database(pool, () -> {});
  }

  private void asOwner(String sql) throws SQLException {
    run(logins.owner(), sql);
  }

  static void run(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
