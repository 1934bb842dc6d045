package dev.moltbot.app.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Rows under headings. Where the window is too narrow, or the owner's screen reader would read
 * across, each row is a block of lines instead; nothing is ever cut.
 */
final class Table {
  private static final String GAP = "  ";

  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... headings) {
    this.headings = List.of(headings);
  }

  /** A row of as many cells as there are headings; an empty one shows as a dash. */
  Table row(String... cells) {
    rows.add(List.of(cells).stream().map(TextWidth::plain).toList());
    return this;
  }

  /**
   * Prints it.
   *
   * @param columns how many the window has; 0 for as many as it takes
   * @param blocks whether to print blocks even if there is room
   */
  void print(PrintStream out, int columns, boolean blocks) {
    List<Integer> widths = widths();
    int width = widths.stream().mapToInt(each -> each + GAP.length()).sum() - GAP.length();
    if (blocks || (columns > 0 && width > columns)) {
      rows.forEach(row -> block(out, row));
    } else {
      out.println(line(headings, widths));
      rows.forEach(row -> out.println(line(row.stream().map(Table::shown).toList(), widths)));
    }
  }

  private List<Integer> widths() {
    var widths = new ArrayList<Integer>();
    for (int i = 0; i < headings.size(); i++) {
      int column = i;
      int widest =
          rows.stream().mapToInt(row -> TextWidth.of(shown(row.get(column)))).max().orElse(0);
      widths.add(Math.max(widest, TextWidth.of(headings.get(i))));
    }
    return widths;
  }

  private static String line(List<String> cells, List<Integer> widths) {
    var line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      line.append(cell).append(" ".repeat(widths.get(i) - TextWidth.of(cell))).append(GAP);
    }
    return line.toString().stripTrailing();
  }

  /** What there is to say, and nothing else: a screen reader would read every dash aloud. */
  private void block(PrintStream out, List<String> row) {
    out.println(shown(row.getFirst()));
    for (int i = 1; i < headings.size(); i++) {
      if (!row.get(i).isEmpty()) {
        out.println(GAP + headings.get(i).toLowerCase(Locale.ROOT) + ": " + row.get(i));
      }
    }
  }

  private static String shown(String cell) {
    return cell.isEmpty() ? "-" : cell;
  }
}
