package dev.moltbot.adapter.postgres;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The two ways into a database.
 *
 * @param owner owns the schema; used while it is brought up to date
 * @param app what the running program uses
 * @param enter what a fresh connection of the program says first, or empty
 */
record Logins(DataSource owner, DataSource app, String enter) {
  /** The program's role: may add to the audit table and never change it. */
  static final String APP = "moltbot_app";

  static final String DATABASE = "moltbot";

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);

  /** Our own server, where each role has a password of its own. */
  static Logins embedded(int port, String ownerPassword, String appPassword) {
    return new Logins(
        source(port, DATABASE, Cluster.OWNER, ownerPassword),
        source(port, DATABASE, APP, appPassword),
        "");
  }

  /** Somebody's data source, whose one login steps down to the program's role. */
  static Logins given(DataSource source) {
    return new Logins(source, source, "set role " + APP);
  }

  /** Somebody's server, where one login steps down to the program's role. */
  static Logins external(PostgresConfig.External config) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {config.host()});
    source.setPortNumbers(new int[] {config.port()});
    source.setDatabaseName(config.database());
    source.setUser(config.user());
    source.setPassword(config.password().reveal());
    limited(source);
    config.parameters().forEach((name, value) -> set(source, name, value));
    return new Logins(source, source, "set role " + APP);
  }

  private static void set(PGSimpleDataSource source, String name, String value) {
    try {
      source.setProperty(name, value);
    } catch (SQLException e) {
      throw new PostgresModule.CannotStart("MOLTBOT_DATABASE_URL: " + name + " is not right", e);
    }
  }

  static PGSimpleDataSource source(int port, String database, String user, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(user);
    source.setPassword(password);
    limited(source);
    return source;
  }

  private static void limited(PGSimpleDataSource source) {
    source.setConnectTimeout((int) CONNECT_LIMIT.toSeconds());
    source.setSocketTimeout((int) ANSWER_LIMIT.toSeconds());
    source.setTcpKeepAlive(true);
    source.setLogServerErrorDetail(false); // The detail quotes rows, and rows are messages.
    source.setApplicationName("moltbot");
  }
}
