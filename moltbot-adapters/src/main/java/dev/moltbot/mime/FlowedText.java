package dev.moltbot.mime;

import java.util.Set;
import org.jsoup.nodes.Element;

/** Lays words out as lines, the way a browser without a screen would. */
final class FlowedText {
  private static final Set<String> PARAGRAPHS =
      Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre");

  private final int maxChars;
  private final StringBuilder out = new StringBuilder();
  private int preformatted;
  private boolean blankPending;
  private boolean full;

  FlowedText(int maxChars) {
    this.maxChars = maxChars;
  }

  /** Adds words; outside of {@code pre} any run of blanks counts as one. */
  void words(String text) {
    for (int i = 0; i < text.length() && !full; i++) {
      char c = text.charAt(i);
      if (preformatted > 0) {
        put(c);
      } else if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
        blankPending = true;
      } else {
        blank();
        put(c);
      }
    }
  }

  void open(Element element) {
    switch (element.normalName()) {
      case "br" -> put('\n');
      case "li" -> {
        breakLine(1);
        put('-');
        put(' ');
      }
      case "pre" -> {
        preformatted++;
        breakLine(2);
      }
      case "td", "th" -> blankPending = true;
      default -> breakAround(element);
    }
  }

  void close(Element element) {
    if (element.normalName().equals("pre")) {
      preformatted--;
    }
    breakAround(element);
  }

  private void breakAround(Element element) {
    String name = element.normalName();
    if (PARAGRAPHS.contains(name)) {
      breakLine(2);
    } else if (element.isBlock() && !name.equals("td") && !name.equals("th")) {
      breakLine(1);
    }
  }

  private void blank() {
    if (blankPending && !out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
      put(' ');
    }
    blankPending = false;
  }

  /** Ensures that many line ends, never more: layout tables nest by the dozen. */
  private void breakLine(int lines) {
    blankPending = false;
    int present = 0;
    while (present < out.length() && out.charAt(out.length() - 1 - present) == '\n') {
      present++;
    }
    for (int i = present; i < lines && !out.isEmpty(); i++) {
      put('\n');
    }
  }

  private void put(char c) {
    full |= out.length() >= maxChars;
    if (!full) {
      out.append(c);
    }
  }

  boolean full() {
    return full;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
