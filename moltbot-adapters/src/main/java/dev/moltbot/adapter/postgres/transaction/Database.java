package dev.moltbot.adapter.postgres.transaction;

import dev.moltbot.port.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Runs pieces of work, each in one transaction, and sorts their failures: what trying again at once
 * cures is tried again here, a database that is not there is {@link StoreUnavailable}, and the rest
 * are bugs. Thread-safe.
 */
public final class Database {
  /** Wakes everyone who listens, see {@link PostgresWorkSignal}. */
  public static final String SIGNAL = "moltbot_work";

  /** Deadlock, serialisation failure: the database chose a loser, who only has to come again. */
  private static final Set<String> TRY_AGAIN = Set.of("40P01", "40001");

  private static final int TRIES_MAX = 5;

  private final DataSource source;
  private final Runnable revive;

  /**
   * @param revive called when the database is away, before anyone is told; may bring it back
   */
  public Database(DataSource source, Runnable revive) {
    this.source = source;
    this.revive = revive;
  }

  /** What is done in a transaction. May run more than once, so it changes nothing outside. */
  public interface Work<T> {
    T in(Tx tx) throws SQLException;
  }

  /** What is done in a transaction and has no result. */
  public interface Task {
    void in(Tx tx) throws SQLException;
  }

  /** Changes something: with its audit entries, at this time. */
  public <T> T change(Instant now, Work<T> work) {
    return retried(work, now);
  }

  public void run(Instant now, Task task) {
    Work<Boolean> work =
        tx -> {
          task.in(tx);
          return true;
        };
    retried(work, now);
  }

  /** Looks something up. Records nothing. */
  public <T> T look(Work<T> work) {
    return retried(work, Instant.EPOCH);
  }

  private <T> T retried(Work<T> work, Instant now) {
    for (int tries = 1; ; tries++) {
      try {
        return once(work, now);
      } catch (SQLException e) {
        if (!TRY_AGAIN.contains(state(e)) || tries == TRIES_MAX) {
          throw given(e);
        }
      }
    }
  }

  private <T> T once(Work<T> work, Instant now) throws SQLException {
    try (Connection connection = source.getConnection()) {
      try {
        Tx tx = new Tx(connection);
        T result = work.in(tx);
        AuditRows.append(tx, now);
        if (tx.hasLeftWork()) {
          tx.any("select pg_notify(?, '')", SIGNAL);
        }
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException | Error e) {
        rollBack(connection, e);
        throw e;
      }
    }
  }

  private static void rollBack(Connection connection, Throwable cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e); // The connection is gone, and the transaction with it.
    }
  }

  private RuntimeException given(SQLException e) {
    RuntimeException translated = translated(e);
    if (translated instanceof StoreUnavailable) {
      revive.run();
    }
    return translated;
  }

  /** Never the server's words: its detail may quote a row, and rows are messages. */
  public static RuntimeException translated(SQLException e) {
    String state = state(e);
    if (e instanceof SQLTransientConnectionException || awayStates(state)) {
      return new StoreUnavailable("the database cannot be reached (" + state + ")", e);
    }
    return new IllegalStateException("database bug: SQL state " + state, e);
  }

  /** Connection lost, resources short, read-only or shutting down: all pass. */
  private static boolean awayStates(String state) {
    return state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57P")
        || state.startsWith("58")
        || TRY_AGAIN.contains(state)
        || Set.of("25006", "57014", "55P03").contains(state);
  }

  private static String state(SQLException e) {
    String state = e.getSQLState();
    return state == null ? "none" : state;
  }
}
