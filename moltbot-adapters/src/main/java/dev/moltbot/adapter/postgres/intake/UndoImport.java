package dev.moltbot.adapter.postgres.intake;

import dev.moltbot.adapter.postgres.contact.Linking;
import dev.moltbot.adapter.postgres.transaction.AccountRows;
import dev.moltbot.adapter.postgres.transaction.Column;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.audit.AuditEvent;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes back what one import brought. */
final class UndoImport {
  private static final String ACCOUNT =
      """
      select a.channel, a.name as account, f.format from imported_file f
      join account a on a.account_id = f.account_id
      where f.content_key = ? for update
      """;

  /** Who wrote these messages, was written to in them, or was named by an address book. */
  private static final String TOUCHED =
      """
      create temporary table touched on commit drop as
      with brought as (
          select unnest(messages) as message_id from imported_batch where content_key = ?)
      select distinct m.handle_id from message m join brought using (message_id)
      where m.handle_id is not null
      union select d.handle_id from addressed d join brought using (message_id)
      union select h.handle_id from handle h
      join (select unnest(people) as handle_key from imported_batch where content_key = ?) p
          using (handle_key)
      """;

  private static final String MESSAGES =
      """
      delete from message where message_id in (
          select unnest(messages) from imported_batch where content_key = ?)
          and not exists (select from draft d where d.answering = message.message_id)
      """;

  private static final String CONVERSATIONS =
      """
      delete from conversation c
      where c.account_id = (select account_id from imported_file where content_key = ?)
          and not exists (select from message m where m.conversation_id = c.conversation_id)
          and not exists (select from draft d where d.conversation_id = c.conversation_id)
      """;

  /** Gone with the last that was known of them; of whom the owner said anything stays. */
  private static final String PEOPLE =
      """
      delete from handle h using touched t
      where h.handle_id = t.handle_id
          and not exists (select from message m where m.handle_id = h.handle_id)
          and not exists (select from addressed d where d.handle_id = h.handle_id)
          and not exists (
              select from annotation n where n.handle_id = h.handle_id and not n.brought)
          and not exists (select from link l
              where l.evidence = 'OWNER_SAID' and h.handle_id in (l.first_id, l.second_id))
          and not exists (select from apart a where h.handle_id in (a.first_id, a.second_id))
          and not exists (select from imported_batch b where h.handle_key = any(b.people))
      returning h.contact_id
      """;

  private static final String LEFT_OF_THEM =
      "select handle_id from handle where contact_id = any(?::uuid[])";

  private UndoImport() {}

  static Optional<Long> undo(Tx tx, String key, Instant now) throws SQLException {
    record Known(String account, String format) {}
    var known =
        tx.first(
            ACCOUNT, row -> new Known(AccountRows.read(row).toString(), row.text("format")), key);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Linking.lock(tx);
    tx.run(TOUCHED, key, key);
    long messages = tx.run(MESSAGES, key);
    tx.run(CONVERSATIONS, key);
    tx.run("delete from imported_file where content_key = ?", key);
    List<UUID> contacts = tx.all(PEOPLE, row -> row.uuid("contact_id"));
    Column gone = Column.of("uuid", contacts, id -> id);
    Linking.around(tx, tx.all(LEFT_OF_THEM, row -> row.number("handle_id"), gone), now);
    tx.audit(new AuditEvent.ImportUndone(known.get().account(), known.get().format(), messages));
    return Optional.of(messages);
  }
}
