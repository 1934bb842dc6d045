package dev.moltbot.adapter.whatsappexport;

import java.util.Map;
import java.util.Optional;

/**
 * A writer and what they wrote.
 *
 * @param writer as the phone shows them, without marks
 * @param text with the marks it begins with: they tell what the program wrote itself
 */
record Speech(String writer, String text) {
  /** Longest name, in UTF-16 units; what stands before a later colon is prose. */
  static final int MAX_NAME_CHARS = 150;

  /**
   * Parts what follows the time of a message; empty for an announcement, which has no writer.
   *
   * @param longer for names with a colon in them: how the part after it goes on, by the part before
   */
  static Optional<Speech> of(String rest, Map<String, String> longer) {
    int colon = colon(rest, 0);
    if (colon <= 0) {
      return Optional.empty();
    }
    String second = longer.get(Names.plain(rest.substring(0, colon)));
    if (second != null) {
      int end = colon(rest, colon + 1);
      colon = end > 0 && second.equals(Names.plain(rest.substring(colon + 1, end))) ? end : colon;
    }
    String writer = Names.plain(rest.substring(0, colon));
    return writer.isEmpty() || quoting(rest.substring(0, colon)) || announced(writer)
        ? Optional.empty()
        : Optional.of(new Speech(writer, afterBlank(rest.substring(colon + 1))));
  }

  /**
   * Whether the program wrote it under somebody's name, as iPhones do: marked, and about the chat
   * or about the writer.
   */
  boolean announcement() {
    boolean marked = !text.isEmpty() && text.charAt(0) == Attachments.MARK;
    if (!marked || (Attachments.in(text) && !Announcements.notice(text))) {
      return false;
    }
    return Announcements.notice(text)
        || Announcements.ofGroup(text)
        || Names.plain(text).startsWith(writer + " ");
  }

  /** Names are short, and nearly every line has one: only long ones are looked into. */
  private static boolean announced(String writer) {
    return writer.length() > 20 && Announcements.ofGroup(writer);
  }

  /** The colon that ends a name: a blank, a mark or nothing follows it. */
  static int colon(String rest, int from) {
    int last = Math.min(rest.length(), from + MAX_NAME_CHARS + 1);
    for (int at = from; at < last; at++) {
      if (rest.charAt(at) == ':' && (at + 1 == rest.length() || parts(rest.charAt(at + 1)))) {
        return at;
      }
    }
    return -1;
  }

  private static boolean parts(char c) {
    return Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
  }

  /** Whether a quotation is open at the end, as in: created group "Us: the best". */
  private static boolean quoting(String before) {
    int straight = 0;
    int open = 0;
    for (int at = 0; at < before.length(); at++) {
      char c = before.charAt(at);
      straight += c == '"' ? 1 : 0;
      open += c == '\u00AB' || c == '\u201E' || c == '\u300C' ? 1 : 0;
      open -= c == '\u00BB' || c == '\u300D' ? 1 : 0;
    }
    boolean english = before.lastIndexOf('\u201C') > before.lastIndexOf('\u201D');
    boolean german = before.contains("\u201E");
    return straight % 2 == 1 || (german ? !before.contains("\u201C") : open > 0 || english);
  }

  private static String afterBlank(String text) {
    boolean blank = !text.isEmpty() && Character.isSpaceChar(text.charAt(0));
    return blank ? text.substring(1) : text;
  }
}
