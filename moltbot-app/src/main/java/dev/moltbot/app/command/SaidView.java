package dev.moltbot.app.command;

import dev.moltbot.port.Timeline.Hit;
import dev.moltbot.port.Timeline.Said;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Messages in words and as fields. */
final class SaidView {
  /** How much of a message a line of a list shows. */
  private static final int LINE_CHARS = 100;

  private final When when;

  SaidView(When when) {
    this.when = when;
  }

  /** One line each. */
  Table table(List<Hit> found) {
    var table = new Table("WHEN", "CHANNEL", "WHO", "WORDS");
    found.forEach(one -> row(table, one.said(), one.excerpt().reveal()));
    return table;
  }

  /** One line each, from the beginning of each message. */
  Table lines(List<Said> said) {
    var table = new Table("WHEN", "CHANNEL", "WHO", "WORDS");
    said.forEach(one -> row(table, one, beginning(one.content().text().reveal())));
    return table;
  }

  private void row(Table table, Said one, String words) {
    String subject = beginning(one.content().subject().reveal());
    boolean both = !subject.isEmpty() && !words.isEmpty();
    table.row(
        when.minute(one.place().at()),
        one.channel() + (one.toMany() ? " (group)" : ""),
        one.mine() ? "you" : beginning(one.author().reveal()),
        both ? subject + ": " + words : subject + words);
  }

  private static String beginning(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.length() <= LINE_CHARS) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(LINE_CHARS - 1)) ? LINE_CHARS - 1 : LINE_CHARS;
    return line.substring(0, end).strip() + "\u2026";
  }

  static Map<String, Object> fields(Said one) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("at", one.place().at().toString());
    fields.put("channel", one.channel().value());
    fields.put("mine", one.mine());
    fields.put("toMany", one.toMany());
    fields.put("author", one.author().reveal());
    fields.put("subject", one.content().subject().reveal());
    fields.put("text", one.content().text().reveal());
    return fields;
  }

  static Map<String, Object> fields(Hit one) {
    var fields = fields(one.said());
    fields.put("excerpt", one.excerpt().reveal());
    return fields;
  }
}
