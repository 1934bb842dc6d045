package dev.moltbot.export;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of comma-separated values (RFC 4180; semicolons and tabs, too), with whatever stands
 * above its header cut off. A record that makes no sense costs its own first line and nothing after
 * it. Used by one thread at a time.
 */
public final class CsvTable implements Closeable {
  /** Lines above the header: LinkedIn writes notes there. */
  static final int MAX_PREAMBLE_LINES = 30;

  /** Longest record, in characters. */
  static final int MAX_RECORD_CHARS = 1 << 20;

  /** Lines of one record, since messages hold line ends. */
  static final int MAX_RECORD_LINES = 5_000;

  private static final int HEAD_BYTES = 16 << 10;

  private final TextLines lines;
  private final CsvHeader header;
  private final Deque<TextLines.Line> ahead = new ArrayDeque<>();

  private CsvTable(TextLines lines, CsvHeader header) {
    this.lines = lines;
    this.header = header;
  }

  /** A record, or what stands where one was expected. */
  public sealed interface Item {
    record Row(CsvRow row) implements Item {}

    record Broken(Entry.Unreadable what) implements Item {}
  }

  /** Whether the file begins like a table with all these columns. */
  public static boolean has(ExportFile file, String... columns) throws IOException {
    byte[] head = file.head(HEAD_BYTES);
    try (TextLines lines = TextLines.of(new ByteArrayInputStream(head))) {
      return header(lines, columns).isPresent();
    }
  }

  /**
   * Opens it below its header.
   *
   * @param columns which the header names all of
   */
  public static CsvTable open(ExportFile file, String... columns) throws IOException {
    TextLines lines = TextLines.of(file);
    try {
      Optional<CsvHeader> header = header(lines, columns);
      return new CsvTable(lines, header.orElseThrow(() -> new IOException("no header is there")));
    } catch (IOException e) {
      lines.close();
      throw e;
    }
  }

  private static Optional<CsvHeader> header(TextLines lines, String... columns) throws IOException {
    Set<String> wanted = Stream.of(columns).map(CsvTable::folded).collect(Collectors.toSet());
    for (int i = 0; i <= MAX_PREAMBLE_LINES; i++) {
      Optional<TextLines.Line> line = lines.next();
      if (line.isEmpty()) {
        return Optional.empty();
      }
      Optional<CsvHeader> header = headerOf(line.get(), wanted);
      if (header.isPresent()) {
        return header;
      }
    }
    return Optional.empty();
  }

  private static Optional<CsvHeader> headerOf(TextLines.Line line, Set<String> wanted) {
    try {
      return CsvHeader.of(line.text(), wanted);
    } catch (CsvParseException e) {
      return Optional.empty();
    }
  }

  static String folded(String column) {
    return column.strip().toLowerCase(Locale.ROOT);
  }

  /** The next record that is not empty. */
  public Optional<Item> next() throws IOException {
    for (var line = line(); line.isPresent(); line = line()) {
      if (!line.get().text().isBlank()) {
        return Optional.of(record(line.get()));
      }
    }
    return Optional.empty();
  }

  private Item record(TextLines.Line first) throws IOException {
    List<TextLines.Line> taken = new ArrayList<>(List.of(first));
    StringBuilder text = new StringBuilder(first.text());
    boolean open = header.open(first.text(), false);
    while (open && taken.size() < MAX_RECORD_LINES && text.length() < MAX_RECORD_CHARS) {
      Optional<TextLines.Line> more = line();
      if (more.isEmpty()) {
        break;
      }
      taken.add(more.get());
      text.append('\n').append(more.get().text());
      open = header.open(more.get().text(), true);
    }
    return open ? broken(taken, "a quote that is never closed") : parsed(taken, text.toString());
  }

  private Item parsed(List<TextLines.Line> taken, String text) {
    if (taken.stream().anyMatch(TextLines.Line::cut) || text.length() > MAX_RECORD_CHARS) {
      return broken(taken, "a record of more than " + MAX_RECORD_CHARS + " characters");
    }
    try {
      List<String> fields = header.fields(text);
      return header.tooMany(fields)
          ? broken(taken, "more fields than there are columns")
          : new Item.Row(header.row(taken.getFirst().number(), fields));
    } catch (CsvParseException e) {
      return broken(taken, "quotes within a field");
    }
  }

  /** The first line is set aside; those after it are read again, each for itself. */
  private Item broken(List<TextLines.Line> taken, String why) {
    taken.subList(1, taken.size()).reversed().forEach(ahead::addFirst);
    TextLines.Line first = taken.getFirst();
    byte[] head = first.text().getBytes(StandardCharsets.UTF_8);
    return new Item.Broken(new Entry.Unreadable(first.number(), why, head));
  }

  private Optional<TextLines.Line> line() throws IOException {
    TextLines.Line kept = ahead.pollFirst();
    return kept == null ? lines.next() : Optional.of(kept);
  }

  /** Bytes read so far. */
  public long done() {
    return lines.done();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
