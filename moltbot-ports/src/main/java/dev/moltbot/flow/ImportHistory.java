package dev.moltbot.flow;

import dev.moltbot.domain.screening.Screener;
import dev.moltbot.domain.triage.TriageRules;
import dev.moltbot.port.HistoryBatch;
import dev.moltbot.port.HistorySource;
import dev.moltbot.port.Imports;
import dev.moltbot.port.Intake;
import dev.moltbot.port.Quarantined;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Reads an export into the store. Each batch is one transaction with its cursor, so a crash reads
 * again what was not stored; an export read to its end is known by its content and not read twice.
 */
public final class ImportHistory {
  /** Most messages and people in one batch; a batch is one transaction. */
  public static final int BATCH_ENTRIES = 1_000;

  private final Imports imports;
  private final TriageRules rules;
  private final InstantSource time;

  public ImportHistory(Imports imports, TriageRules rules, InstantSource time) {
    this.imports = imports;
    this.rules = rules;
    this.time = time;
  }

  /** Told how an import goes on. */
  public interface Watcher {
    /** A batch is stored; {@code done} in the units of {@link HistorySource#size()}. */
    void stored(Imports.Counts soFar, long done);

    /** These could not be read; they are kept aside. */
    void setAside(List<Quarantined> unreadable);

    /** These were left out on purpose, or are to be known. */
    void leftOut(List<HistoryBatch.Skipped> skipped);
  }

  /**
   * What became of an export.
   *
   * @param counts of this run; those of the earlier one when it was known already
   * @param known whether it had been read to its end before, and was not read now
   */
  public record Result(Imports.Counts counts, boolean known) {}

  /**
   * Reads it to its end, on from where an earlier run was stopped. Used by one thread at a time;
   * the caller closes the source.
   *
   * @param again whether to read even what was read to its end before
   */
  public Result read(HistorySource source, boolean again, Watcher watcher) {
    var origin =
        new Imports.Origin(source.contentKey(), source.account(), source.name(), source.format());
    Imports.Reading reading = imports.begin(origin, again, time.instant());
    if (reading.ended()) {
      watcher.leftOut(reading.skipped());
      return new Result(reading.counts(), true);
    }
    Imports.Counts counts = Imports.Counts.NONE;
    HistorySource.Known known = ids -> imports.stored(origin.account(), ids);
    try (ReadAhead ahead =
        new ReadAhead(from -> source.read(from, BATCH_ENTRIES, known), reading.from())) {
      for (boolean more = true; more; ) {
        HistoryBatch batch = ahead.next();
        counts = counts.plus(imports.store(origin, piece(batch), time.instant()));
        watcher.setAside(batch.quarantined());
        watcher.leftOut(batch.skipped());
        watcher.stored(counts, batch.done());
        more = batch.more();
      }
    }
    return new Result(counts, false);
  }

  /**
   * Takes back what an import brought, and forgets that it was made.
   *
   * @return how many messages went; empty when it was never made
   */
  public Optional<Long> takeBack(String contentKey) {
    return imports.undo(contentKey, time.instant());
  }

  /**
   * Makes room for the same content to be read otherwise: takes back what it brought when it was
   * read as {@code then}, and {@code now} with it. The former goes last, so that after a crash in
   * between it is found once more.
   *
   * @return how many messages went; empty when {@code then} brought nothing
   */
  public Optional<Long> replace(String then, String now) {
    boolean brought =
        imports.find(then).filter(reading -> reading.counts().added() > 0).isPresent();
    if (!brought) {
      return Optional.empty();
    }
    long gone = takeBack(now).orElse(0L);
    return Optional.of(gone + takeBack(then).orElse(0L));
  }

  private Imports.Piece piece(HistoryBatch batch) {
    List<Intake.Screened> screened =
        batch.messages().stream()
            .map(message ->
                new Intake.Screened(message, rules.apply(message), Screener.screen(message)))
            .toList();
    return new Imports.Piece(
        screened,
        batch.known(),
        batch.people(),
        batch.quarantined(),
        batch.skipped(),
        batch.next(),
        batch.more());
  }
}
