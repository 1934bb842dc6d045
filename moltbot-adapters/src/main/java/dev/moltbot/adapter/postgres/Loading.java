package dev.moltbot.adapter.postgres;

import dev.moltbot.adapter.postgres.transaction.Database;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.port.BackupRefused;
import dev.moltbot.port.Snapshots;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Fills an empty database in one transaction: all of it is there after the commit, and nothing
 * before. The tables are brought to the backup's version first, so each row goes where it was; the
 * server checks every constraint and reference.
 */
final class Loading implements Snapshots.Sink, AutoCloseable {
  private final DataSource owner;
  private @Nullable Connection connection;
  private Snapshots.Layout layout = new Snapshots.Layout("", List.of());
  private @Nullable CopyIn current;
  private long rows;

  Loading(DataSource owner) {
    this.owner = owner;
  }

  @Override
  public void begin(Snapshots.Layout wanted) {
    layout = wanted;
    if (!wanted.schema().matches("[0-9]{3}") || wanted.schema().compareTo(Schema.NEWEST) > 0) {
      throw new BackupRefused(
          "the backup is of a newer Moltbot (tables "
              + wanted.schema()
              + ", this one knows "
              + Schema.NEWEST
              + "): restore it with that one; nothing was changed");
    }
    Schema.migrate(owner, wanted.schema());
    attempt(this::prepare);
  }

  private void prepare() throws SQLException {
    Connection opened = owner.getConnection();
    connection = opened;
    opened.setAutoCommit(false);
    opened.setNetworkTimeout(Runnable::run, 0); // Checking a large table's references takes long.
    Snapshots.Layout here = Catalogue.layout(tx());
    if (!here.schema().equals(layout.schema()) || !columns(here).equals(columns(layout))) {
      throw new BackupRefused(
          "the database's tables (version "
              + here.schema()
              + ") are not those of the backup ("
              + layout.schema()
              + "): give it an empty database; nothing was changed");
    }
    for (Snapshots.Table table : here.tables()) {
      String name = Catalogue.quoted(table.name());
      if (tx().any("select 1 from " + name + " limit 1")) {
        throw new BackupRefused(
            "the database is not empty (table " + table.name() + "); nothing was changed");
      }
      // What a trigger would add stands in the backup already.
      tx().run("alter table " + name + " disable trigger user");
    }
    tx().run(PostgresSnapshots.SPELLING);
  }

  private static Set<Set<String>> columns(Snapshots.Layout layout) {
    return layout.tables().stream()
        .map(table -> {
          Set<String> names = new HashSet<>(table.columns());
          names.add(" " + table.name());
          return names;
        })
        .collect(Collectors.toSet());
  }

  @Override
  public void rows(Snapshots.Table table, byte[] bytes, int length) {
    attempt(() -> copy(table).writeToCopy(bytes, 0, length));
  }

  private CopyIn copy(Snapshots.Table table) throws SQLException {
    CopyIn open = current;
    if (open == null) {
      open =
          open()
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy " + Catalogue.columns(table) + " from stdin");
      current = open;
    }
    return open;
  }

  @Override
  public void end(Snapshots.Table table, long expected) {
    attempt(() -> {
      long loaded = copy(table).endCopy();
      current = null;
      rows += loaded;
      if (loaded != expected) {
        throw new BackupRefused("table " + table.name() + " is not whole; nothing was changed");
      }
    });
  }

  @Override
  public void sequences(List<Snapshots.Sequence> sequences) {
    attempt(() -> {
      for (Snapshots.Sequence one : sequences) {
        tx().any(
                "select setval(?::regclass, ?, ?)",
                Catalogue.quoted(one.name()),
                one.value(),
                one.used());
      }
      for (Snapshots.Table table : layout.tables()) {
        tx().run("alter table " + Catalogue.quoted(table.name()) + " enable trigger user");
      }
    });
  }

  /** The open transaction, for whatever has to come to pass together with the rows. */
  Tx tx() {
    return new Tx(open());
  }

  private Connection open() {
    if (connection == null) {
      throw new IllegalStateException("rows before the layout");
    }
    return connection;
  }

  /** Makes it count. */
  void commit() {
    attempt(() -> {
      open().commit();
      open().setAutoCommit(true);
      tx().run("analyze");
    });
  }

  String schema() {
    return layout.schema();
  }

  long rows() {
    return rows;
  }

  private interface Step {
    void run() throws SQLException;
  }

  private static void attempt(Step step) {
    try {
      step.run();
    } catch (SQLException e) {
      if (String.valueOf(e.getSQLState()).matches("2[23].*")) {
        throw new BackupRefused(
            "its rows contradict each other (" + e.getSQLState() + "); nothing was changed", e);
      }
      throw Database.translated(e);
    }
  }

  /** Without a commit, nothing was done. */
  @Override
  public void close() {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      throw Database.translated(e);
    }
  }
}
