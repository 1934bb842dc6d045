package dev.moltbot.adapter.postgres.intake;

import dev.moltbot.adapter.postgres.message.MessageBatch;
import dev.moltbot.adapter.postgres.transaction.Column;
import dev.moltbot.adapter.postgres.transaction.Keys;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.port.HistoryBatch.Skipped;
import dev.moltbot.port.Imports.Counts;
import dev.moltbot.port.Imports.Origin;
import dev.moltbot.port.Imports.Piece;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One piece of an export into the database, cursor included: all of it or nothing. */
final class StorePiece {
  private static final String BEFORE =
      "select skipped from imported_file where content_key = ? for update";

  private static final String PROGRESS =
      """
      update imported_file
      set cursor = ?, read = read + ?, added = added + ?, duplicates = duplicates + ?,
          quarantined = quarantined + ?, people = people + ?, skipped = ?::text[], ended_at = ?
      where content_key = ?
      """;

  private static final String BROUGHT =
      "insert into imported_batch (content_key, messages, people) values (?, ?, ?)";

  private StorePiece() {}

  static Counts store(Tx tx, Origin origin, Piece piece, Instant now) throws SQLException {
    StoreIntake intake = new StoreIntake(tx, origin.account(), now);
    var done = intake.imported(piece);
    long seen = piece.known() + piece.messages().size();
    long added = (long) done.messages().size() + done.newPeople();
    long entries = seen + piece.people().size();
    var counts =
        new Counts(
            entries + piece.quarantined().size(),
            added,
            entries - added,
            piece.quarantined().size(),
            piece.people().size());
    progress(tx, origin, piece, counts, now);
    if (!done.messages().isEmpty() || !piece.people().isEmpty()) {
      tx.run(
          BROUGHT,
          origin.contentKey(),
          Column.of("bigint", done.messages(), MessageBatch.Added::message),
          Column.of("uuid", piece.people(), person -> Keys.of(person.handle())));
    }
    return counts;
  }

  private static void progress(Tx tx, Origin origin, Piece piece, Counts counts, Instant now)
      throws SQLException {
    List<Skipped> before =
        tx.one(
            BEFORE,
            row -> row.texts("skipped").stream().map(SkippedText::read).toList(),
            origin.contentKey());
    tx.run(
        PROGRESS,
        piece.next().value(),
        counts.read(),
        counts.added(),
        counts.duplicates(),
        counts.quarantined(),
        counts.people(),
        Column.literal(SkippedText.sum(before, piece.skipped())),
        piece.more() ? Optional.empty() : Optional.of(now),
        origin.contentKey());
    if (!piece.more()) {
      tx.audit(new AuditEvent.ExportImported(origin.account().toString(), origin.format()));
    }
  }
}
