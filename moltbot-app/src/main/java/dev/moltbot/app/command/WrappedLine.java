package dev.moltbot.app.command;

import java.util.ArrayList;
import java.util.List;

/** A line of words, broken between words where the window ends. What has no gap stays whole. */
final class WrappedLine {

  private WrappedLine() {}

  /**
   * The lines; each begins as far in as the first.
   *
   * @param columns how wide the window is; 0 when nobody knows
   */
  static List<String> of(String line, int columns) {
    String indent = line.substring(0, line.length() - line.stripLeading().length());
    var lines = new ArrayList<String>();
    var current = new StringBuilder(indent);
    for (String word : line.strip().split(" ", -1)) {
      boolean first = current.length() == indent.length();
      if (!first && columns > 0 && current.length() + 1 + word.length() > columns) {
        lines.add(current.toString());
        current = new StringBuilder(indent);
        first = true;
      }
      current.append(first ? "" : " ").append(word);
    }
    lines.add(current.toString());
    return lines;
  }
}
