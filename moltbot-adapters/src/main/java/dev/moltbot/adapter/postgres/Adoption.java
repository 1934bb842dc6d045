package dev.moltbot.adapter.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Whether a server that was left running may be used instead of being restarted. */
final class Adoption {
  private static final String IDENTITY =
      """
      select current_setting('cluster_name'), current_setting('data_directory'),
             pg_is_in_recovery()
      """;

  /** The dead owner's transactions end now and not when the server notices that nobody listens. */
  private static final String END_OTHERS =
      """
      select pg_terminate_backend(pid, 5000) from pg_stat_activity
      where pid <> pg_backend_pid() and backend_type = 'client backend'
      """;

  private Adoption() {}

  /** Only with our password, our data folder and the settings this version would start it with. */
  static boolean possible(int port, String password, Path data) {
    try (Connection connection =
            Logins.source(port, "postgres", Cluster.OWNER, password).getConnection();
        Statement statement = connection.createStatement()) {
      return same(statement, data) && statement.execute(END_OTHERS);
    } catch (SQLException | IOException e) {
      return false; // Then it is stopped and started, which needs no password.
    }
  }

  private static boolean same(Statement statement, Path data) throws SQLException, IOException {
    try (ResultSet identity = statement.executeQuery(IDENTITY)) {
      return identity.next()
          && identity.getString(1).equals(ServerConfig.generation())
          && Files.isSameFile(Path.of(identity.getString(2)), data)
          && !identity.getBoolean(3);
    }
  }
}
