package dev.moltbot.app.exports;

import dev.moltbot.export.ExportFormat;
import dev.moltbot.export.ExportOptions;
import dev.moltbot.export.Recognition;
import dev.moltbot.flow.ImportHistory;
import dev.moltbot.flow.SuggestMerges;
import dev.moltbot.port.HistorySource;
import dev.moltbot.port.Imports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/** Imports everything below some paths. For one run, by one thread. */
public final class ImportRun {
  private final List<ExportFormat> formats;
  private final ImportHistory flow;
  private final Imports imports;
  private final SuggestMerges suggest;
  private final Shown shown;
  private final Tally tally;

  /** Told which of how many exports is read, and how far; {@code size} 0 when nobody knows. */
  public interface Shown {
    void reading(Place place, long messages, long done, long size);
  }

  /** Which export, from 1. */
  public record Place(int file, int files, String name) {}

  /** Nothing is read yet. */
  public ImportRun(
      List<ExportFormat> formats,
      ImportHistory flow,
      Imports imports,
      SuggestMerges suggest,
      Shown shown,
      LongSupplier nanos) {
    this.formats = List.copyOf(formats);
    this.flow = flow;
    this.imports = imports;
    this.suggest = suggest;
    this.shown = shown;
    this.tally = new Tally(imports.people(), nanos);
  }

  /** What would be read, and what not; the caller closes it. */
  public static Recognition look(List<ExportFormat> formats, List<Path> paths) throws IOException {
    Recognition recognition = new Recognition(formats);
    for (Path path : paths) {
      recognition.look(path);
    }
    return recognition;
  }

  /**
   * Reads what can be read, and looks for people who may be one. What was read before the owner
   * said who they are is taken back and read again.
   *
   * @param unsaid what is known without the owner's word
   * @param again whether to read even what was read before
   */
  public ImportSummary read(
      List<Path> paths, ExportOptions given, ExportOptions unsaid, boolean again)
      throws IOException {
    try (Recognition recognition = look(formats, paths)) {
      new Mending(flow).mend(recognition.found(), given, unsaid, tally::mended);
      each(recognition, given, (source, place) -> read(source, place, again));
    }
    suggest.suggest();
    return tally.summary(imports.people());
  }

  /** Takes back what these exports brought. */
  public ImportSummary undo(List<Path> paths, ExportOptions given) throws IOException {
    try (Recognition recognition = look(formats, paths)) {
      each(recognition, given, (source, place) -> tally.undone(flow.takeBack(source.contentKey())));
    }
    return tally.summary(imports.people());
  }

  private void each(
      Recognition recognition, ExportOptions given, BiConsumer<HistorySource, Place> work) {
    recognition.aside().forEach(tally::leave);
    var exports = new Exports(recognition.found(), given);
    tally.takenFor(
        exports.visit(
            new Exports.Visitor() {
              @Override
              public void opened(HistorySource source, Place place) {
                work.accept(source, place);
              }

              @Override
              public void unowned(Exports.Unowned one) {
                tally.unowned(one);
              }

              @Override
              public void unopened(String name, IOException why) {
                String said = "cannot be opened: " + why.getClass().getSimpleName();
                tally.leave(new Recognition.Aside(name, said));
              }
            }));
  }

  private void read(HistorySource source, Place place, boolean again) {
    var watcher =
        tally.watching((messages, done) -> shown.reading(place, messages, done, source.size()));
    tally.read(flow.read(source, again, watcher));
  }
}
