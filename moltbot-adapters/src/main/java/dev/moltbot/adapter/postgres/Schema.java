package dev.moltbot.adapter.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.PGConnection;

/** Roles, database and tables, brought up to date by the owner before the program looks at them. */
final class Schema {
  private static final String NOT_ALLOWED = "42501";
  private static final String OLDEST_SERVER = "14";

  /** The newest migration; a test compares it with the folder. */
  static final String NEWEST = "024";

  private static final String CURRENT =
      "select 1 from flyway_schema_history where success and version = '" + NEWEST + "'";

  private Schema() {}

  /**
   * Whether there is nothing to do, which is so at nearly every start. Asking costs a round trip;
   * letting the migrations find out costs half a second.
   */
  static boolean upToDate(DataSource owner) {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      return found(statement, CURRENT);
    } catch (SQLException e) {
      return false; // No such table, no such database: the long way says what is really wrong.
    }
  }

  /** Makes the database of our own server, and the program's login. */
  static void prepare(DataSource administrator, String database, String appPassword)
      throws SQLException {
    try (Connection connection = administrator.getConnection();
        Statement statement = connection.createStatement()) {
      if (!found(statement, "select 1 from pg_database where datname = '" + database + "'")) {
        statement.execute("create database " + database);
      }
      String login = "select 1 from pg_roles where rolcanlogin and rolname = '" + Logins.APP + "'";
      if (!found(statement, login)) {
        statement.execute("create role " + Logins.APP + " login");
        // Hashed on this side: the password itself never reaches the server or its log.
        connection
            .unwrap(PGConnection.class)
            .alterUserPassword(Logins.APP, appPassword.toCharArray(), "scram-sha-256");
      }
    }
  }

  /**
   * Makes the program's role on somebody's server, where this login may.
   *
   * @param given what the owner gave us as the way to it, for the error
   */
  static void ensureRole(DataSource owner, String given) throws SQLException {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      if (!found(statement, "select 1 from pg_roles where rolname = '" + Logins.APP + "'")) {
        statement.execute("create role " + Logins.APP + " nologin");
      }
      if (!maySetRole(statement)) {
        statement.execute("grant " + Logins.APP + " to current_user");
      }
    } catch (SQLException e) {
      if (NOT_ALLOWED.equals(e.getSQLState())) {
        throw new PostgresModule.CannotStart(
            given
                + ": this user may not create the role "
                + Logins.APP
                + "; let an administrator run `create role "
                + Logins.APP
                + "; grant "
                + Logins.APP
                + " to <this user>`",
            e);
      }
      throw e;
    }
  }

  /**
   * Tried, because membership alone does not say: since PostgreSQL 16 it comes without the right.
   */
  private static boolean maySetRole(Statement statement) throws SQLException {
    try {
      statement.execute("set role " + Logins.APP);
      statement.execute("reset role");
      return true;
    } catch (SQLException e) {
      if (NOT_ALLOWED.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  private static boolean found(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      return rows.next();
    }
  }

  /** Brings the tables up to date. A step that was killed was rolled back, and is done again. */
  static void migrate(DataSource owner) {
    migrate(owner, "latest");
  }

  /** The same, up to this version and no further. */
  static void migrate(DataSource owner, String version) {
    try {
      Flyway.configure(Schema.class.getClassLoader())
          .dataSource(owner)
          .locations("classpath:db/migration")
          .validateMigrationNaming(true)
          .target(version)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new PostgresModule.CannotStart(
          "the database's tables cannot be brought up to date (PostgreSQL "
              + OLDEST_SERVER
              + " or newer is needed): "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
          e);
    }
  }
}
