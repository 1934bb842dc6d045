package dev.moltbot.adapter.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** Single connections to the embedded server, for the few things done before there is a pool. */
final class Connections {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);

  private Connections() {}

  static Connection open(int port, String database, String user, String password)
      throws SQLException {
    return source(port, database, user, password).getConnection();
  }

  static PGSimpleDataSource source(int port, String database, String user, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(user);
    source.setPassword(password);
    source.setConnectTimeout((int) CONNECT_LIMIT.toSeconds());
    source.setSocketTimeout((int) ANSWER_LIMIT.toSeconds());
    source.setLogServerErrorDetail(false); // The detail quotes rows, and rows are messages.
    source.setApplicationName("moltbot");
    return source;
  }
}
