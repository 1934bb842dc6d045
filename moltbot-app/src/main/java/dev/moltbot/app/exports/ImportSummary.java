package dev.moltbot.app.exports;

import dev.moltbot.export.Recognition.Aside;
import dev.moltbot.port.Imports;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of an import.
 *
 * @param files read now
 * @param known files read to their end before, and not read again
 * @param counts of both; of a known file everything is a duplicate
 * @param after people in the graph now
 * @param before people in the graph when it began
 * @param undone messages taken back
 * @param skipped entries left out on purpose, by reason
 * @param notes what the owner should know, such as guesses, and of how many exports
 * @param unreadable the first entries set aside, by file and line, with the reason
 * @param aside files not read, with the reason
 * @param unowned exports of which nobody can tell who the owner is, with those who wrote
 * @param me who the owner was taken to be
 */
public record ImportSummary(
    int files,
    int known,
    Imports.Counts counts,
    Imports.People after,
    Imports.People before,
    long undone,
    Map<String, Long> skipped,
    Map<String, Long> notes,
    List<String> unreadable,
    List<Aside> aside,
    List<Aside> unowned,
    List<String> me,
    Duration took) {

  /** Unreadable entries listed; the others are in the quarantine all the same. */
  public static final int MAX_LISTED = 20;

  public ImportSummary {
    skipped = new TreeMap<>(skipped);
    notes = new TreeMap<>(notes);
    unreadable = List.copyOf(unreadable);
    aside = List.copyOf(aside);
    unowned = List.copyOf(unowned);
    me = List.copyOf(me);
  }

  /** Whether anything of what was given could be read, and nothing waits for the owner's word. */
  public boolean sound() {
    return files + known > 0 && unowned.isEmpty();
  }

  /** Handles that joined somebody by evidence. */
  public long merged() {
    return Math.max(0, after.merged() - before.merged());
  }

  /** Merges to decide that were found. */
  public long suggested() {
    return Math.max(0, after.suggestions() - before.suggestions());
  }

  /** For programs. */
  public Map<String, Object> fields() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("read", counts.read());
    fields.put("added", counts.added());
    fields.put("duplicates", counts.duplicates());
    fields.put("quarantined", counts.quarantined());
    fields.put("contacts", after.contacts());
    fields.put("merged", merged());
    fields.put("suggested", suggested());
    fields.put("seconds", took.toMillis() / 1000.0);
    fields.put("new_contacts", Math.max(0, after.contacts() - before.contacts()));
    fields.put("files", files);
    fields.put("known_files", known);
    fields.put("skipped", skipped);
    fields.put("notes", notes);
    fields.put("left_aside", aside.size());
    fields.put("owner_unknown", unowned.size());
    fields.put("undone", undone);
    return fields;
  }
}
