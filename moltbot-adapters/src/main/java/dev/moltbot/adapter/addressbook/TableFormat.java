package dev.moltbot.adapter.addressbook;

import dev.moltbot.export.ContentKeys;
import dev.moltbot.export.CsvEntries;
import dev.moltbot.export.CsvTable;
import dev.moltbot.export.ExportFile;
import dev.moltbot.export.ExportFormat;
import dev.moltbot.export.ExportOptions;
import dev.moltbot.export.ExportSource;
import dev.moltbot.export.Origin;
import dev.moltbot.port.HistorySource;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Contacts in comma-separated values, as Google and Outlook export them. */
final class TableFormat implements ExportFormat {
  private static final List<String[]> HEADERS =
      List.of(
          new String[] {"E-mail 1 - Value"},
          new String[] {"Phone 1 - Value"},
          new String[] {"Given Name", "Family Name"},
          new String[] {"First Name", "Last Name", "Labels"},
          new String[] {"First Name", "Last Name", "E-mail Address"},
          new String[] {"First Name", "Last Name", "Mobile Phone"});

  /** What a table must have besides being called contacts. */
  private static final List<String[]> GUESSES =
      List.of(
          new String[] {"Name", "Email"},
          new String[] {"Name", "E-mail"},
          new String[] {"Name", "Phone"},
          new String[] {"First Name", "Last Name"});

  @Override
  public String name() {
    return "contacts-table";
  }

  @Override
  public boolean recognises(ExportFile file) throws IOException {
    return file.baseName().toLowerCase(Locale.ROOT).endsWith(".csv")
        && !CsvTable.has(file, "Connected On")
        && header(file).isPresent();
  }

  private static Optional<String[]> header(ExportFile file) throws IOException {
    for (String[] columns : HEADERS) {
      if (CsvTable.has(file, columns)) {
        return Optional.of(columns);
      }
    }
    boolean called = file.baseName().toLowerCase(Locale.ROOT).matches(".*(contact|address).*");
    for (String[] columns : called ? GUESSES : List.<String[]>of()) {
      if (CsvTable.has(file, columns)) {
        return Optional.of(columns);
      }
    }
    return Optional.empty();
  }

  @Override
  public HistorySource open(ExportFile file, ExportOptions options) throws IOException {
    String key = ContentKeys.of(file, name(), Book.VERSION, options.region());
    String[] columns = header(file).orElseThrow(() -> new IOException("no header is there"));
    return new ExportSource(
        new Origin(name(), file.name(), key, Book.ACCOUNT, file.bytes()),
        () -> new CsvEntries(CsvTable.open(file, columns), new TableMeaning(options.region())));
  }
}
