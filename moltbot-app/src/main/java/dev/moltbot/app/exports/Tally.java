package dev.moltbot.app.exports;

import dev.moltbot.export.Recognition.Aside;
import dev.moltbot.flow.ImportHistory;
import dev.moltbot.port.HistoryBatch;
import dev.moltbot.port.Imports;
import dev.moltbot.port.Quarantined;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/** Adds up what became of each export. */
final class Tally {
  private final Imports.People before;
  private final LongSupplier nanos;
  private final long started;
  private final Map<String, Long> skipped = new TreeMap<>();
  private final Map<String, Long> notes = new TreeMap<>();
  private final List<String> unreadable = new ArrayList<>();
  private final List<Aside> aside = new ArrayList<>();
  private final List<Aside> unowned = new ArrayList<>();
  private final TreeSet<String> me = new TreeSet<>();
  private Imports.Counts counts = Imports.Counts.NONE;
  private int files;
  private int known;
  private long undone;

  Tally(Imports.People before, LongSupplier nanos) {
    this.before = before;
    this.nanos = nanos;
    this.started = nanos.getAsLong();
  }

  /** Told after each batch. */
  interface Moved {
    void to(long messages, long done);
  }

  void leave(Aside file) {
    aside.add(file);
  }

  void unowned(Exports.Unowned one) {
    String who = String.join(", ", one.writers().stream().limit(5).toList());
    unowned.add(new Aside(one.found().file().name(), who));
  }

  void takenFor(Collection<String> names) {
    me.addAll(names);
  }

  void undone(Optional<Long> messages) {
    files += messages.isPresent() ? 1 : 0;
    known += messages.isPresent() ? 0 : 1;
    undone += messages.orElse(0L);
  }

  /** An export that is read again, now that the owner said who they are. */
  void mended(long messages) {
    undone += messages;
    notes.merge(Mending.MENDED, 1L, Long::sum);
  }

  ImportHistory.Watcher watching(Moved moved) {
    return new ImportHistory.Watcher() {
      @Override
      public void stored(Imports.Counts soFar, long done) {
        moved.to(soFar.read(), done);
      }

      @Override
      public void setAside(List<Quarantined> some) {
        some.stream()
            .limit(Math.max(0, ImportSummary.MAX_LISTED - unreadable.size()))
            .forEach(one -> unreadable.add(place(one) + ": " + one.reason()));
      }

      @Override
      public void leftOut(List<HistoryBatch.Skipped> some) {
        some.forEach(one -> {
          if (one.isNote()) {
            notes.merge(one.reason(), 1L, Long::sum);
          } else {
            skipped.merge(one.reason(), one.count(), Long::sum);
          }
        });
      }
    };
  }

  /** File and line; what makes it unique besides is not for reading. */
  private static String place(Quarantined one) {
    return one.id().nativeId().replaceFirst("#[0-9a-f]{8}$", "");
  }

  void read(ImportHistory.Result result) {
    Imports.Counts of = result.counts();
    files += result.known() ? 0 : 1;
    known += result.known() ? 1 : 0;
    counts =
        counts.plus(
            result.known()
                ? new Imports.Counts(
                    of.read(), 0, of.read() - of.quarantined(), of.quarantined(), of.people())
                : of);
  }

  ImportSummary summary(Imports.People after) {
    return new ImportSummary(
        files,
        known,
        counts,
        after,
        before,
        undone,
        skipped,
        notes,
        unreadable,
        aside,
        unowned,
        List.copyOf(me),
        Duration.ofNanos(nanos.getAsLong() - started));
  }
}
