package dev.moltbot.adapter.postgres;

import com.google.inject.Module;
import com.zaxxer.hikari.HikariDataSource;
import dev.moltbot.adapter.postgres.approval.PostgresLeftovers;
import dev.moltbot.adapter.postgres.transaction.Database;
import dev.moltbot.adapter.postgres.transaction.PostgresWorkSignal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A fresh, migrated database for one test class, on a server that all classes of this process
 * share. Fast to have: it is copied from a template that was migrated once.
 */
public final class TestDatabase implements AutoCloseable {
  private static final String TEMPLATE = "migrated";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Logins logins;
  private final HikariDataSource pool;
  private final Database database;
  private final PostgresWorkSignal signal;

  private TestDatabase(Logins logins) {
    this.logins = logins;
    this.pool = Pool.of(logins);
    this.database = new Database(pool, () -> {});
    this.signal = new PostgresWorkSignal(logins.app());
  }

  /** A database nobody else has. */
  public static TestDatabase fresh() {
    String name = "test_" + NUMBER.incrementAndGet();
    try {
      Servers.run(Shared.SERVER, "create database " + name + " template " + TEMPLATE);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new TestDatabase(Shared.logins(name));
  }

  /** The server's programs, for processes that a test starts: unpacked once for all tests. */
  public static Path programs() {
    return Servers.programs().folder().toAbsolutePath();
  }

  public Database database() {
    return database;
  }

  Logins logins() {
    return logins;
  }

  /** As a host program would hand it over: its user owns the schema. */
  public DataSource source() {
    return logins.owner();
  }

  /** Binds every store to this database; signals are heard, too. */
  public Module stores() {
    signal.start();
    return new Stores(database, signal, new PostgresLeftovers(database));
  }

  /** As the schema's owner: for looking behind the stores, and for tampering. */
  public String asOwner(String sql) throws SQLException {
    return as(logins.owner().getConnection(), sql);
  }

  /** As the running program. */
  public String asProgram(String sql) throws SQLException {
    return as(logins.app().getConnection(), sql);
  }

  public long count(String table) throws SQLException {
    return Long.parseLong(asOwner("select count(*) from " + table));
  }

  private static String as(Connection opened, String sql) throws SQLException {
    try (Connection connection = opened;
        Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet rows = statement.getResultSet()) {
        return rows.next() ? String.valueOf(rows.getString(1)) : "";
      }
    }
  }

  @Override
  public void close() {
    signal.close();
    pool.close();
  }

  private static void stop(EmbeddedServer server, Path folder) {
    server.close();
    try {
      PrivateFiles.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Started at first use, stopped with the process. */
  private static final class Shared {
    static final EmbeddedServer SERVER = start();

    private static EmbeddedServer start() {
      try {
        Path folder = Files.createTempDirectory("moltbot-test-");
        EmbeddedServer server = Servers.start(folder.resolve("data"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder)));
        // What survives a power cut is tested on servers of their own; here it would only be slow.
        for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
          Servers.run(server, "alter system set " + setting + " = off");
        }
        Servers.run(server, "select pg_reload_conf()");
        String owner = server.password(Cluster.OWNER, Servers.RANDOM);
        String app = server.password(Logins.APP, Servers.RANDOM);
        var administrator = Logins.source(server.port(), "postgres", Cluster.OWNER, owner);
        Schema.prepare(administrator, TEMPLATE, app);
        Schema.migrate(Logins.source(server.port(), TEMPLATE, Cluster.OWNER, owner));
        return server;
      } catch (IOException | SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    static Logins logins(String name) {
      String owner = SERVER.password(Cluster.OWNER, Servers.RANDOM);
      String app = SERVER.password(Logins.APP, Servers.RANDOM);
      return new Logins(
          Logins.source(SERVER.port(), name, Cluster.OWNER, owner),
          Logins.source(SERVER.port(), name, Logins.APP, app),
          "");
    }
  }
}
