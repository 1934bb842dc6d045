package dev.moltbot.export;

import java.io.IOException;
import java.util.Optional;

/** What the records of a table say, one entry each. */
public final class CsvEntries implements EntryReader {
  private final CsvTable table;
  private final Meaning meaning;

  /** Takes the table over. */
  public CsvEntries(CsvTable table, Meaning meaning) {
    this.table = table;
    this.meaning = meaning;
  }

  /** What a record means; never throws, whatever stands in it. */
  @FunctionalInterface
  public interface Meaning {
    Entry of(CsvRow row);
  }

  @Override
  public Optional<Entry> next() throws IOException {
    return table
        .next()
        .map(item ->
            switch (item) {
              case CsvTable.Item.Row(CsvRow row) -> meaning.of(row);
              case CsvTable.Item.Broken(Entry.Unreadable what) -> what;
            });
  }

  @Override
  public long done() {
    return table.done();
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
