package dev.moltbot.adapter.whatsappexport;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who writes in a chat, and whose names have a colon in them: those after whose first part the same
 * second one always follows.
 */
final class Writers {
  /** Most people that are kept apart; a group has at most 1,024 at a time. */
  private static final int MAX = 10_000;

  /** Lines that have to agree before a part of them is taken for a name. */
  private static final int LEAST_AGREEING = 3;

  /** What the program says in the owner's place is short, in UTF-16 units. */
  private static final int MAX_OWN_CHARS = 60;

  private final Map<String, Seen> seen = new LinkedHashMap<>();

  private static final class Seen {
    private long lines;
    private @Nullable String second;
    private boolean own;
  }

  /** One line. */
  void see(Speech speech) {
    Seen writer = seen.get(speech.writer());
    if (writer == null) {
      if (seen.size() == MAX) {
        return;
      }
      writer = new Seen();
      seen.put(speech.writer(), writer);
    }
    int colon = Speech.colon(speech.text(), 0);
    String second = colon < 0 ? "" : Names.plain(speech.text().substring(0, colon));
    writer.second = writer.lines == 0 || second.equals(writer.second) ? second : "";
    writer.own |= speech.text().length() <= MAX_OWN_CHARS && Announcements.ownersOwn(speech.text());
    writer.lines++;
  }

  /** How names with a colon go on, by their first part. */
  Map<String, String> longer() {
    var longer = new HashMap<String, String>();
    seen.forEach((name, writer) -> {
      String second = writer.second;
      if (second != null && !second.isEmpty() && writer.lines >= LEAST_AGREEING) {
        longer.put(name, second);
      }
    });
    return longer;
  }

  /** All names, in the order in which they first wrote. */
  List<String> names() {
    var longer = longer();
    return seen.keySet().stream()
        .map(name -> longer.containsKey(name) ? name + ": " + longer.get(name) : name)
        .toList();
  }

  /** Those under whose name stands what only the owner can have done. */
  List<String> owners() {
    return seen.entrySet().stream()
        .filter(each -> each.getValue().own || Announcements.you(each.getKey()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
