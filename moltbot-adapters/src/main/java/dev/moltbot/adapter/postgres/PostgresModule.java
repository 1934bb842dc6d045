package dev.moltbot.adapter.postgres;

import com.google.inject.AbstractModule;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.audit.Verification;
import dev.moltbot.port.BackupRefused;
import dev.moltbot.port.Premises;
import dev.moltbot.port.Snapshots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
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

  /**
   * Makes a database of a backup. One of our own is made beside the old one and takes its place at
   * the end; on another server it is filled in one transaction and has to be empty.
   *
   * <p>What was in flight when the backup was made is not taken up again: approved replies that may
   * have gone out are in doubt, cards are closed, and everything is paused.
   *
   * @param feed hands all rows to what it is given, and returns when they were found to be whole
   * @param event goes on record as the first thing after the backup
   * @param replace whether a database that is there may be kept aside
   * @throws BackupRefused or {@link CannotStart}, with one line for the owner; nothing was changed
   */
  public static Restored restore(
      PostgresConfig config,
      RandomGenerator random,
      Consumer<Snapshots.Sink> feed,
      AuditEvent.Restored event,
      boolean replace,
      Instant now) {
    var restoring = new Restoring(feed, event, now);
    try {
      return switch (config) {
        case PostgresConfig.Embedded embedded ->
            new RestoredFolder(embedded, random).make(restoring, replace, now);
        case PostgresConfig.External external -> restoring.into(OpenDatabase.owner(external));
      };
    } catch (IOException e) {
      throw new UncheckedIOException("the database folder", e);
    }
  }

  /**
   * A database made of a backup.
   *
   * @param unknown approved replies of which nobody knows whether they were sent
   * @param closed cards that were before the owner
   * @param record whether the record holds
   * @param aside where the old database is, or empty
   */
  public record Restored(long rows, int unknown, int closed, Verification record, String aside) {}

  /** Whether there is anything to open yet; one of our own is made by its first start. */
  public static boolean exists(PostgresConfig config) {
    return switch (config) {
      case PostgresConfig.Embedded embedded -> Files.exists(new Cluster(embedded.folder()).data());
      case PostgresConfig.External external -> true;
    };
  }

  /**
   * A look at a database that is up; empty when one of our own is not. Starts nothing, changes no
   * table, and keeps nothing open.
   */
  public static Optional<Premises> premises(PostgresConfig config) {
    return running(config).map(PostgresPremises::new);
  }

  /** All its rows, under the same conditions. */
  public static Optional<Snapshots> snapshots(PostgresConfig config) {
    return running(config).map(PostgresSnapshots::new);
  }

  private static Optional<DataSource> running(PostgresConfig config) {
    return switch (config) {
      case PostgresConfig.Embedded embedded -> Joining.now(embedded.folder()).map(Logins::owner);
      case PostgresConfig.External external -> Optional.of(Logins.external(external).owner());
    };
  }

  @Override
  protected void configure() {
    install(new Stores(open.database(), open.signal(), open.leftovers()));
    bind(Snapshots.class).toInstance(open.snapshots());
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
