package dev.moltbot.export;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * One record of a table, by the names of its columns; case and blanks of names make no difference.
 *
 * @param line where it begins, from 1
 */
public record CsvRow(long line, Map<String, String> fields) {

  public CsvRow {
    fields = Map.copyOf(fields);
  }

  /** Without blanks around it; empty when there is no such column. */
  public String get(String column) {
    return fields.getOrDefault(CsvTable.folded(column), "").strip();
  }

  /** The first of these that is not empty. */
  public String first(String... columns) {
    for (String column : columns) {
      if (!get(column).isEmpty()) {
        return get(column);
      }
    }
    return "";
  }

  /** Whether every field is empty. */
  public boolean isBlank() {
    return fields.values().stream().allMatch(String::isBlank);
  }

  /** Set aside, with all its fields. */
  public Entry.Unreadable unreadable(String reason) {
    String all = String.join(", ", new TreeMap<>(fields).values());
    return new Entry.Unreadable(line, reason, all.getBytes(StandardCharsets.UTF_8));
  }

  /** Neither names nor words. */
  @Override
  public String toString() {
    return "CsvRow[line " + line + ", " + fields.size() + " fields]";
  }
}
