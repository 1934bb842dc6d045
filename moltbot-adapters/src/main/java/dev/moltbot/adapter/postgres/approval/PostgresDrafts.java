package dev.moltbot.adapter.postgres.approval;

import dev.moltbot.adapter.postgres.transaction.Database;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.draft.Assessment;
import dev.moltbot.domain.draft.Draft;
import dev.moltbot.domain.triage.Category;
import dev.moltbot.port.DraftTask;
import dev.moltbot.port.Drafts;
import java.sql.SQLException;
import java.time.Instant;

/** Drafts in their table. Thread-safe. */
public final class PostgresDrafts implements Drafts {
  /** A claim that was taken over, or whose conversation moved on, has another number by now. */
  private static final String END_TASK =
      """
      update conversation
      set due_at = null, waiting_since = null, lease_until = null, instruction = '', previous = ''
      where lease = ? and lease_until is not null
      """;

  private final Database database;

  public PostgresDrafts(Database database) {
    this.database = database;
  }

  @Override
  public void propose(
      DraftTask task, Draft draft, Assessment assessment, String author, Terms terms, Instant now) {
    database.run(
        now,
        tx -> {
          if (ended(tx, task)) {
            DraftRows.insert(tx, draft, assessment, author, terms, now);
          }
        });
  }

  @Override
  public void withhold(DraftTask task, Category category, String reason, Instant now) {
    String account = task.conversation().id().account().toString();
    database.run(
        now,
        tx -> {
          if (ended(tx, task)) {
            tx.audit(new AuditEvent.DraftWithheld(account, category.name(), reason));
          }
        });
  }

  @Override
  public long proposedSince(Instant since) {
    String sql = "select count(*) as made from draft where proposed_at > ?";
    return database.look(tx -> tx.one(sql, row -> row.number("made"), since));
  }

  private static boolean ended(Tx tx, DraftTask task) throws SQLException {
    return tx.run(END_TASK, task.lease()) > 0;
  }
}
