package dev.moltbot.adapter.postgres;

import com.zaxxer.hikari.HikariDataSource;
import dev.moltbot.adapter.postgres.approval.PostgresLeftovers;
import dev.moltbot.adapter.postgres.transaction.Database;
import dev.moltbot.adapter.postgres.transaction.PostgresWorkSignal;
import dev.moltbot.port.Leftovers;
import java.sql.SQLException;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/** An open database with everything that has to be closed with it, in the right order. */
final class OpenDatabase implements AutoCloseable {
  private final Optional<EmbeddedServer> server;
  private final HikariDataSource pool;
  private final PostgresWorkSignal signal;
  private final Database database;
  private final PostgresSnapshots snapshots;

  private OpenDatabase(Logins logins, Optional<EmbeddedServer> server) {
    this.server = server;
    this.pool = Pool.of(logins);
    this.signal = new PostgresWorkSignal(logins.app());
    this.snapshots = new PostgresSnapshots(logins.owner());
    this.database = new Database(pool, () -> server.ifPresent(EmbeddedServer::revive));
    signal.start();
  }

  static OpenDatabase open(PostgresConfig config, RandomGenerator random) {
    return switch (config) {
      case PostgresConfig.Embedded embedded ->
          started(EmbeddedServer.start(embedded, random), random);
      case PostgresConfig.External external -> external(external);
    };
  }

  static OpenDatabase join(PostgresConfig config, RandomGenerator random) {
    return switch (config) {
      case PostgresConfig.Embedded embedded ->
          joined(embedded).orElseGet(() -> openOrJoin(embedded, random));
      case PostgresConfig.External external -> external(external);
    };
  }

  private static Optional<OpenDatabase> joined(PostgresConfig.Embedded config) {
    return Joining.running(config.folder())
        .map(logins -> new OpenDatabase(logins, Optional.empty()));
  }

  /** Of two commands that start at the same moment, the slower one uses the other's server. */
  private static OpenDatabase openOrJoin(PostgresConfig.Embedded config, RandomGenerator random) {
    try {
      return open(config, random);
    } catch (PostgresModule.CannotStart e) {
      return joined(config).orElseThrow(() -> e);
    }
  }

  private static OpenDatabase started(EmbeddedServer server, RandomGenerator random) {
    try {
      String owner = server.password(Cluster.OWNER, random);
      String app = server.password(Logins.APP, random);
      Logins logins = Logins.embedded(server.port(), owner, app);
      if (!Schema.upToDate(logins.owner())) {
        Schema.prepare(
            Logins.source(server.port(), "postgres", Cluster.OWNER, owner), Logins.DATABASE, app);
        Schema.migrate(logins.owner());
      }
      return new OpenDatabase(logins, Optional.of(server));
    } catch (SQLException e) {
      server.close();
      throw new PostgresModule.CannotStart(
          "the database was started but does not answer (" + e.getSQLState() + ")", e);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static OpenDatabase external(PostgresConfig.External config) {
    String where = config.host() + ":" + config.port();
    return external(Logins.external(config), "MOLTBOT_DATABASE_URL", where);
  }

  /** A database that somebody else made the way to. */
  static OpenDatabase on(DataSource source) {
    return external(Logins.given(source), "the data source", "its server");
  }

  private static OpenDatabase external(Logins logins, String given, String where) {
    reach(logins, given, where);
    Schema.migrate(logins.owner());
    return new OpenDatabase(logins, Optional.empty());
  }

  /** The owner's way into a server that is there, for a restore. */
  static DataSource owner(PostgresConfig.External config) {
    Logins logins = Logins.external(config);
    reach(logins, "MOLTBOT_DATABASE_URL", config.host() + ":" + config.port());
    return logins.owner();
  }

  private static void reach(Logins logins, String given, String where) {
    try {
      Schema.ensureRole(logins.owner(), given);
    } catch (SQLException e) {
      throw new PostgresModule.CannotStart(
          given
              + ": no connection to "
              + where
              + " (SQL state "
              + e.getSQLState()
              + "): is the server up, and are user, password and database right?",
          e);
    }
  }

  Database database() {
    return database;
  }

  PostgresSnapshots snapshots() {
    return snapshots;
  }

  PostgresWorkSignal signal() {
    return signal;
  }

  /** Only whoever started the server knows to be alone on it. */
  Leftovers leftovers() {
    return server.isPresent() ? new PostgresLeftovers(database) : now -> {};
  }

  @Override
  public void close() {
    signal.close();
    pool.close();
    server.ifPresent(EmbeddedServer::close);
  }
}
