package dev.moltbot.adapter.postgres;

import com.google.inject.AbstractModule;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/**
 * Binds every store to an open database. Opened before the injector exists, so that trouble with
 * the database is one line and not a creation error; close it last.
 */
public final class PostgresModule extends AbstractModule implements AutoCloseable {
  private final OpenDatabase open;
  private final AtomicBoolean closed = new AtomicBoolean();

  private PostgresModule(OpenDatabase open) {
    this.open = open;
  }

  /**
   * Opens the database for the one Moltbot that works on it: starts the server where it is our own,
   * and brings the tables up to date.
   *
   * @param random mints the passwords; a cryptographically strong one
   * @throws CannotStart with one line for the owner
   */
  public static PostgresModule open(PostgresConfig config, RandomGenerator random) {
    return new PostgresModule(OpenDatabase.open(config, random));
  }

  /**
   * Opens the database for a short command. Where a Moltbot is at work on the folder already, its
   * server is used and left alone; else this is {@link #open}.
   */
  public static PostgresModule join(PostgresConfig config, RandomGenerator random) {
    return new PostgresModule(OpenDatabase.join(config, random));
  }

  /**
   * Opens a database that somebody else made the way to, for a program with Moltbot in it.
   *
   * <p>Takes up to 13 connections and keeps them: twelve in a pool of its own and one to listen on.
   * So the source is best one that opens connections and pools none; each is put into the role
   * {@code moltbot_app} and stays in it.
   *
   * @param source of PostgreSQL 14 or newer; its user owns the schema
   * @throws CannotStart with one line for the owner
   */
  public static PostgresModule on(DataSource source) {
    return new PostgresModule(OpenDatabase.on(source));
  }

  /** Whether there is anything to open yet; one of our own is made by its first start. */
  public static boolean exists(PostgresConfig config) {
    return switch (config) {
      case PostgresConfig.Embedded embedded -> Files.exists(new Cluster(embedded.folder()).data());
      case PostgresConfig.External external -> true;
    };
  }

  @Override
  protected void configure() {
    install(new Stores(open.database(), open.signal(), open.leftovers()));
  }

  /**
   * Closes the connections, and stops the server where it is our own and we started it. Closing
   * twice is closing once.
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      open.close();
    }
  }

  /**
   * The database cannot be opened, for a reason the owner can do something about. The message is
   * one line: what is wrong, then the remedy.
   */
  public static final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotStart(String message) {
      super(message);
    }

    CannotStart(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
