package dev.moltbot.warden;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The first line and the header of a message as Squid hands it over.
 *
 * @param fields name in lower case, and value; a name may come twice
 */
record HttpHead(String first, List<Field> fields) {

  record Field(String name, String value) {}

  HttpHead {
    fields = List.copyOf(fields);
  }

  static HttpHead of(String text) {
    List<String> lines = text.lines().toList();
    var fields = new ArrayList<Field>();
    for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        fields.add(new Field(name, line.substring(colon + 1).strip()));
      }
    }
    return new HttpHead(lines.isEmpty() ? "" : lines.getFirst(), fields);
  }

  /** The one value; empty when there is none, or more than one to choose from. */
  String only(String name) {
    List<String> values =
        fields.stream().filter(field -> field.name().equals(name)).map(Field::value).toList();
    return values.size() == 1 ? values.getFirst() : "";
  }

  /** A word of the first line. */
  String word(int index) {
    String[] words = first.split(" ", -1);
    return words.length == 3 ? words[index] : "";
  }
}
