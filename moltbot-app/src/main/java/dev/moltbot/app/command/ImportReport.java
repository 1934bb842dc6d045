package dev.moltbot.app.command;

import dev.moltbot.app.exports.ImportSummary;
import dev.moltbot.export.Recognition;
import dev.moltbot.export.Recognition.Aside;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What an import did, in words. */
final class ImportReport {
  /** Files left aside that are listed one by one; more are counted by their ending. */
  private static final int LISTED = 10;

  private final Shared shared;
  private final PrintStream out;

  ImportReport(Shared shared) {
    this.shared = shared;
    this.out = shared.output().data();
  }

  void preview(Recognition recognition) {
    if (shared.json()) {
      var found =
          recognition.found().stream()
              .map(one -> Map.of("name", one.file().name(), "format", one.format().name()))
              .toList();
      shared.output().json(Map.of("found", found, "left_aside", recognition.aside().size()));
      return;
    }
    recognition
        .found()
        .forEach(
            one -> out.printf(Locale.ROOT, "%-20s %s%n", one.format().name(), one.file().name()));
    out.printf(
        Locale.ROOT,
        "Exports that would be read: %,d. Nothing was changed.%n",
        recognition.found().size());
    aside(recognition.aside());
  }

  /** With how many messages of the store are not findable by their words yet. */
  void summary(ImportSummary summary, boolean undo, long notIndexed) {
    if (shared.json()) {
      Map<String, Object> fields = summary.fields();
      fields.put("not_indexed", notIndexed);
      shared.output().json(fields);
      return;
    }
    if (undo) {
      out.printf(
          Locale.ROOT,
          "Messages taken back: %,d, of exports: %,d.%n",
          summary.undone(),
          summary.files());
      out.printf(
          Locale.ROOT, "%,d of these were not imported, or with other --me.%n", summary.known());
    } else {
      counts(summary);
    }
    unreadable(summary);
    aside(summary.aside());
    unowned(summary.unowned());
    if (notIndexed > 0) {
      out.printf(
          Locale.ROOT,
          "Not found by a search for their words yet: %,d messages. moltbot run goes on with them"
              + " in the background; without it, this import does when it is repeated.%n",
          notIndexed);
    }
    double seconds = summary.took().toMillis() / 1000.0;
    out.printf(
        Locale.ROOT,
        "%.1f s in all, %,.0f entries/s.%n",
        seconds,
        summary.counts().read() / Math.max(seconds, 0.001));
  }

  private void counts(ImportSummary summary) {
    var counts = summary.counts();
    out.printf(
        Locale.ROOT,
        "Exports read: %,d; known from before and not read again: %,d.%n",
        summary.files(),
        summary.known());
    out.printf(
        Locale.ROOT,
        "%,d messages and people: %,d added, %,d there already, %,d unreadable.%n",
        counts.read(),
        counts.added(),
        counts.duplicates(),
        counts.quarantined());
    out.printf(
        Locale.ROOT,
        "%,d people in the graph, %,d of them new; %,d addresses joined one by evidence, %,d merges"
            + " suggested.%n",
        summary.after().contacts(),
        Math.max(0, summary.after().contacts() - summary.before().contacts()),
        summary.merged(),
        summary.suggested());
    if (summary.suggested() > 0) {
      out.printf(Locale.ROOT, "Decide with: moltbot contacts suggest%n");
    }
    summary
        .skipped()
        .forEach((why, count) -> out.printf(Locale.ROOT, "Left out: %,d, %s%n", count, why));
    summary
        .notes()
        .forEach((words, exports) ->
            out.printf(
                Locale.ROOT,
                "To know, of %,d export%s: %s%n",
                exports,
                exports == 1 ? "" : "s",
                words));
    if (!summary.me().isEmpty()) {
      out.printf(Locale.ROOT, "You were taken to be: %s%n", String.join(", ", summary.me()));
    }
  }

  private void unreadable(ImportSummary summary) {
    if (!summary.unreadable().isEmpty()) {
      out.printf(Locale.ROOT, "Unreadable, kept in the quarantine of the database:%n");
      summary.unreadable().forEach(one -> out.printf(Locale.ROOT, "  %s%n", one));
      long more = summary.counts().quarantined() - summary.unreadable().size();
      if (more > 0) {
        out.printf(Locale.ROOT, "  and %,d more%n", more);
      }
    }
  }

  private void aside(List<Aside> aside) {
    if (aside.size() <= LISTED) {
      aside.forEach(
          one -> out.printf(Locale.ROOT, "Not read: %s (%s)%n", one.name(), one.reason()));
      return;
    }
    var kinds = new TreeMap<String, Integer>();
    aside.forEach(
        one -> kinds.merge(ending(one.name()) + " (" + one.reason() + ")", 1, Integer::sum));
    kinds.forEach((kind, count) -> out.printf(Locale.ROOT, "Not read: %,d %s%n", count, kind));
  }

  private static String ending(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    int dot = last.lastIndexOf('.');
    return dot <= 0 ? "files" : "*" + last.substring(dot).toLowerCase(Locale.ROOT);
  }

  private void unowned(List<Aside> unowned) {
    for (Aside one : unowned) {
      out.printf(
          Locale.ROOT,
          "Not read: %s. Which of them are you? Say --me NAME: %s%n",
          one.name(),
          one.reason());
    }
  }
}
