package dev.moltbot.export;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of a table's columns, and what parts its fields. */
record CsvHeader(char separator, List<String> columns) {
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

  /** The line as a header, if it names all of these columns. */
  static Optional<CsvHeader> of(String line, Set<String> wanted) {
    for (char separator : SEPARATORS) {
      List<String> columns = fields(line, separator).stream().map(CsvTable::folded).toList();
      if (columns.containsAll(wanted)) {
        return Optional.of(new CsvHeader(separator, columns));
      }
    }
    return Optional.empty();
  }

  List<String> fields(String text) {
    return fields(text, separator);
  }

  private static List<String> fields(String text, char separator) {
    CsvReader<CsvRecord> records =
        CsvReader.builder()
            .fieldSeparator(separator)
            .maxBufferSize(CsvTable.MAX_RECORD_CHARS * 2)
            // Alone it would end a record, and what follows would be lost.
            .ofCsvRecord(text.replace('\r', ' '));
    return records.stream().findFirst().map(CsvRecord::getFields).orElse(List.of());
  }

  /** Whether fields stand beyond the last column: then a separator was not quoted. */
  boolean tooMany(List<String> fields) {
    return fields.stream().skip(columns.size()).anyMatch(field -> !field.isBlank());
  }

  CsvRow row(long line, List<String> fields) {
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < Math.min(columns.size(), fields.size()); i++) {
      // Of two columns with one name, the first.
      named.putIfAbsent(columns.get(i), fields.get(i));
    }
    return new CsvRow(line, named);
  }

  /** Whether a quoted field goes on beyond this line. */
  boolean open(String line, boolean quoted) {
    boolean inside = quoted;
    boolean start = true;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && (inside || start)) {
        inside = !inside;
        // A doubled quote opens again at once.
        start = !inside && i + 1 < line.length() && line.charAt(i + 1) == '"';
      } else {
        start = c == separator;
      }
    }
    return inside;
  }
}
