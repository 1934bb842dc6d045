package dev.moltbot.app.exports;

import dev.moltbot.export.ExportFormat;
import dev.moltbot.export.ExportOptions;
import dev.moltbot.export.OwnerUnknownException;
import dev.moltbot.export.Recognition;
import dev.moltbot.export.Recognition.Found;
import dev.moltbot.flow.ImportHistory;
import dev.moltbot.flow.SuggestMerges;
import dev.moltbot.port.HistorySource;
import dev.moltbot.port.Imports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
   * Reads what can be read, and looks for people who may be one.
   *
   * @param again whether to read even what was read before
   */
  public ImportSummary read(List<Path> paths, ExportOptions given, boolean again)
      throws IOException {
    each(paths, given, (source, place) -> read(source, place, again));
    suggest.suggest();
    return tally.summary(imports.people());
  }

  /** Takes back what these exports brought. */
  public ImportSummary undo(List<Path> paths, ExportOptions given, Instant now) throws IOException {
    each(paths, given, (source, place) -> tally.undone(imports.undo(source.contentKey(), now)));
    return tally.summary(imports.people());
  }

  private interface Work {
    void on(HistorySource source, Place place);
  }

  private void each(List<Path> paths, ExportOptions given, Work work) throws IOException {
    try (Recognition recognition = look(formats, paths)) {
      List<Found> found = recognition.found();
      recognition.aside().forEach(tally::leave);
      ExportOptions options = given.and(Owner.of(found, given.me()));
      List<Unowned> unowned = new ArrayList<>();
      for (int i = 0; i < found.size(); i++) {
        open(
            new Unowned(found.get(i), i + 1, List.of()), found.size(), options, work, unowned::add);
      }
      // Who wrote in every chat is the one who exported them.
      ExportOptions more = options.and(Owner.inAll(unowned));
      for (Unowned one : unowned) {
        open(one, found.size(), more, work, tally::unowned);
      }
      tally.takenFor(more.me());
    }
  }

  /** An export whose owner is not known yet. */
  record Unowned(Found found, int number, List<String> writers) {}

  private void open(
      Unowned one, int files, ExportOptions options, Work work, Consumer<Unowned> unowned) {
    String name = one.found().file().name();
    try (HistorySource source = one.found().format().open(one.found().file(), options)) {
      work.on(source, new Place(one.number(), files, name));
    } catch (OwnerUnknownException e) {
      unowned.accept(new Unowned(one.found(), one.number(), e.writers()));
    } catch (IOException e) {
      String why = "cannot be opened: " + e.getClass().getSimpleName();
      tally.leave(new Recognition.Aside(name, why));
    }
  }

  private void read(HistorySource source, Place place, boolean again) {
    var watcher =
        tally.watching((messages, done) -> shown.reading(place, messages, done, source.size()));
    tally.read(flow.read(source, again, watcher));
  }
}
