package dev.moltbot.port;

import java.util.List;

/** Everything that is remembered, as it was at one moment. Thread-safe. */
public interface Snapshots {

  /** A table and those of its columns that hold something of their own, in the rows' order. */
  record Table(String name, List<String> columns) {

    public Table {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A source of numbers.
   *
   * @param used whether {@code value} was handed out already
   */
  record Sequence(String name, long value, boolean used) {}

  /**
   * What there is.
   *
   * @param schema the version of the tables
   * @param tables each after those that it refers to
   */
  record Layout(String schema, List<Table> tables) {

    public Layout {
      tables = List.copyOf(tables);
    }
  }

  /** Takes it piece by piece, by one thread; the tables come in the layout's order. */
  interface Sink {
    void begin(Layout layout);

    /**
     * A piece of the table's rows: lines of tab-separated text as PostgreSQL's COPY writes them, in
     * UTF-8. A piece may end within a row. The array is the caller's again afterwards.
     */
    void rows(Table table, byte[] bytes, int length);

    /** The table is whole; also called for one without rows. */
    void end(Table table, long rows);

    void sequences(List<Sequence> sequences);
  }

  /**
   * Reads all tables as of one moment, while work goes on. Memory does not grow with the tables.
   *
   * @throws StoreUnavailable when the database goes away meanwhile
   */
  void copy(Sink into);
}
