package dev.moltbot.adapter.postgres.intake;

import dev.moltbot.adapter.postgres.message.MessageRows;
import dev.moltbot.adapter.postgres.transaction.Database;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.draft.ReplyDecision;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.Conversation;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.screening.Finding;
import dev.moltbot.domain.triage.Triage;
import dev.moltbot.port.Conversations;
import dev.moltbot.port.DraftTask;
import dev.moltbot.port.Intake;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Messages and conversations in their tables. Thread-safe. */
public final class PostgresConversations implements Conversations {
  private static final String CLAIM =
      """
      update conversation
      set lease = nextval('lease_number'), lease_until = ?
      where conversation_id = (
          select conversation_id from conversation
          where due_at <= ? and (lease_until is null or lease_until <= ?)
          order by urgency, waiting_since
          for update skip locked
          limit 1)
      returning conversation_id, lease, instruction, previous
      """;

  private static final String MESSAGES =
      "select "
          + MessageRows.COLUMNS
          + " from "
          + MessageRows.FROM
          + "where m.conversation_id = ? order by m.placed_at desc, m.message_id desc limit "
          + Conversation.MAX_MESSAGES;

  private final Database database;

  public PostgresConversations(Database database) {
    this.database = database;
  }

  @Override
  public Intake.Stored store(AccountId account, Intake intake, Instant now) {
    return database.change(now, tx -> StoreIntake.store(tx, account, intake, now));
  }

  @Override
  public Optional<DraftTask> claimDue(Duration lease, Instant now) {
    return database.change(now, tx -> claim(tx, lease, now));
  }

  private record Claimed(long conversation, long lease, String instruction, String previous) {
    static Claimed read(Row row) throws SQLException {
      return new Claimed(
          row.number("conversation_id"),
          row.number("lease"),
          row.text("instruction"),
          row.text("previous"));
    }
  }

  private record Stored(InboundMessage message, Triage triage, List<Finding> findings) {
    static Stored read(Row row) throws SQLException {
      return new Stored(MessageRows.read(row), MessageRows.triage(row), MessageRows.findings(row));
    }
  }

  private static Optional<DraftTask> claim(Tx tx, Duration lease, Instant now) throws SQLException {
    var claimed = tx.first(CLAIM, Claimed::read, now.plus(lease), now, now);
    return claimed.isEmpty() ? Optional.empty() : Optional.of(task(tx, claimed.get()));
  }

  private static DraftTask task(Tx tx, Claimed claimed) throws SQLException {
    List<Stored> newestFirst = tx.all(MESSAGES, Stored::read, claimed.conversation());
    Stored latest = newestFirst.getFirst();
    var messages = newestFirst.reversed().stream().map(Stored::message).toList();
    return new DraftTask(
        new Conversation(latest.message().conversation(), messages),
        latest.triage(),
        latest.findings(),
        claimed.instruction(),
        claimed.previous(),
        claimed.lease());
  }

  @Override
  public void postpone(DraftTask task, ReplyDecision.Wait wait) {
    database.run(
        wait.until(),
        tx ->
            tx.run(
                "update conversation set due_at = ?, lease_until = null where lease = ? and"
                    + " lease_until is not null",
                wait.until(),
                task.lease()));
  }
}
