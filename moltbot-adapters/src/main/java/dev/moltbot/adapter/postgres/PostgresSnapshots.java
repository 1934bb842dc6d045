package dev.moltbot.adapter.postgres;

import dev.moltbot.adapter.postgres.transaction.Database;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.port.Snapshots;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Copies every table out in one transaction that sees one moment. Thread-safe. */
final class PostgresSnapshots implements Snapshots {
  /** How values are written, whatever the server's settings are. */
  static final String SPELLING =
      "set local timezone = 'UTC'; set local datestyle = 'ISO, YMD';"
          + " set local intervalstyle = 'postgres'; set local bytea_output = 'hex';"
          + " set local extra_float_digits = 1";

  /** Rows are handed on in pieces of about this size. */
  private static final int PIECE_BYTES = 65_536;

  private final DataSource owner;

  /**
   * @param owner of the tables: the running program may not read every sequence
   */
  PostgresSnapshots(DataSource owner) {
    this.owner = owner;
  }

  @Override
  public void copy(Sink into) {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      statement.execute(SPELLING);
      copy(connection, into);
      connection.rollback(); // There is nothing to commit.
    } catch (SQLException e) {
      throw Database.translated(e);
    }
  }

  private static void copy(Connection connection, Sink into) throws SQLException {
    var tx = new Tx(connection);
    Layout layout = Catalogue.layout(tx);
    into.begin(layout);
    for (Table table : layout.tables()) {
      into.end(table, rows(connection, table, into));
    }
    // Numbers are handed out outside of transactions. Read last, they are past every row's.
    into.sequences(Catalogue.sequences(tx));
  }

  private static long rows(Connection connection, Table table, Sink into) throws SQLException {
    CopyOut out =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("copy " + Catalogue.columns(table) + " to stdout");
    var piece = new Piece(table, into);
    for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
      piece.add(row);
    }
    piece.flush();
    return out.getHandledRowCount();
  }

  /** Gathers rows, which come one by one. */
  private static final class Piece {
    private final byte[] bytes = new byte[PIECE_BYTES];
    private final Table table;
    private final Sink into;
    private int length;

    Piece(Table table, Sink into) {
      this.table = table;
      this.into = into;
    }

    void add(byte[] row) {
      if (length + row.length > PIECE_BYTES) {
        flush();
      }
      if (row.length > PIECE_BYTES) {
        into.rows(table, row, row.length);
      } else {
        System.arraycopy(row, 0, bytes, length, row.length);
        length += row.length;
      }
    }

    void flush() {
      if (length > 0) {
        into.rows(table, bytes, length);
        length = 0;
      }
    }
  }
}
