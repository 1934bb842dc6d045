package dev.moltbot.adapter.postgres.intake;

import dev.moltbot.adapter.postgres.contact.People;
import dev.moltbot.adapter.postgres.transaction.AccountRows;
import dev.moltbot.adapter.postgres.transaction.Column;
import dev.moltbot.adapter.postgres.transaction.Database;
import dev.moltbot.adapter.postgres.transaction.Keys;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.HistoryBatch;
import dev.moltbot.port.Imports;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Imported files in their table. Thread-safe. */
public final class PostgresImports implements Imports {
  private static final String FIND =
      """
      select cursor, ended_at is not null as ended, read, added, duplicates, quarantined, people,
          skipped
      from imported_file where content_key = ?
      """;

  private static final String BEGIN =
      """
      insert into imported_file (content_key, account_id, name, format, begun_at)
      values (?, ?, ?, ?, ?)
      on conflict (content_key) do nothing
      """;

  private static final String AGAIN =
      """
      update imported_file
      set cursor = '', read = 0, duplicates = 0, quarantined = 0, people = 0, skipped = '{}',
          ended_at = null
      where content_key = ? and ended_at is not null
      """;

  private static final String STORED =
      """
      select m.native_key from account a
      join message m on m.account_id = a.account_id
      where a.channel = ? and a.name = ? and m.native_key = any(?::uuid[])
      """;

  private static final String PEOPLE =
      """
      select count(*) filter (where handle_key = contact_id) as contacts,
          count(*) filter (where handle_key <> contact_id) as merged,
          (select count(*) from suggestion) as suggestions
      from handle
      """;

  private final Database database;

  public PostgresImports(Database database) {
    this.database = database;
  }

  @Override
  public People people() {
    return database.look(tx ->
        tx.one(
            PEOPLE,
            row ->
                new People(
                    row.number("contacts"), row.number("merged"), row.number("suggestions"))));
  }

  @Override
  public Optional<Reading> find(String contentKey) {
    return database.look(tx -> tx.first(FIND, PostgresImports::reading, contentKey));
  }

  @Override
  public Reading begin(Origin origin, boolean again, Instant now) {
    return database.change(now, tx -> begin(tx, origin, again, now));
  }

  private static Reading begin(Tx tx, Origin origin, boolean again, Instant now)
      throws SQLException {
    long account = AccountRows.lock(tx, origin.account());
    tx.run(BEGIN, origin.contentKey(), account, origin.name(), origin.format(), now);
    if (again) {
      tx.run(AGAIN, origin.contentKey());
    }
    return tx.one(FIND, PostgresImports::reading, origin.contentKey());
  }

  private static Reading reading(Row row) throws SQLException {
    var counts =
        new Counts(
            row.number("read"),
            row.number("added"),
            row.number("duplicates"),
            row.number("quarantined"),
            row.number("people"));
    List<HistoryBatch.Skipped> skipped =
        row.texts("skipped").stream().map(SkippedText::read).toList();
    return new Reading(new Cursor(row.text("cursor")), row.yes("ended"), counts, skipped);
  }

  @Override
  public Set<MessageId> stored(AccountId account, Collection<MessageId> messages) {
    if (messages.isEmpty()) {
      return Set.of();
    }
    Column keys = Column.of("uuid", messages, id -> Keys.of(id.nativeId()));
    Set<UUID> stored =
        Set.copyOf(
            database.look(tx ->
                tx.all(
                    STORED,
                    row -> row.uuid("native_key"),
                    account.channel().value(),
                    account.name(),
                    keys)));
    return messages.stream()
        .filter(id -> stored.contains(Keys.of(id.nativeId())))
        .collect(Collectors.toSet());
  }

  @Override
  public Counts store(Origin origin, Piece piece, Instant now) {
    return database.change(now, tx -> StorePiece.store(tx, origin, piece, now));
  }

  @Override
  public Optional<Long> undo(String contentKey, Instant now) {
    return database.change(now, tx -> UndoImport.undo(tx, contentKey, now));
  }
}
