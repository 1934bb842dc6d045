package dev.moltbot.adapter.postgres.oversight;

import dev.moltbot.adapter.postgres.transaction.AccountRows;
import dev.moltbot.adapter.postgres.transaction.Database;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.alert.Alert;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.AccountState;
import dev.moltbot.port.Accounts;
import dev.moltbot.port.Cursor;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** How far each account has been read, and whether it works. Thread-safe. */
public final class PostgresAccounts implements Accounts {
  private static final String CURSOR = "select cursor from account where channel = ? and name = ?";

  private static final String STOP =
      """
      update account set stopped_reason = ?, stopped_remedy = ?, stopped_at = ?
      where account_id = ? and stopped_reason <> ?
      """;

  private static final String STOPPED =
      "select 1 from account where channel = ? and name = ? and stopped_at is not null";

  private static final String WORKING =
      "update account set stopped_reason = '', stopped_remedy = '', stopped_at = null where account_id = ?";

  private static final String ALL =
      "select channel, name as account from account order by channel, name";

  private static final String STATES =
      """
      select a.channel, a.name as account, a.cursor_at, a.stopped_reason, a.stopped_remedy,
          (select max(m.placed_at) from message m
              where m.account_id = a.account_id and not m.by_us) as last_read,
          (select count(*) from message m
              where m.account_id = a.account_id and not m.by_us) as messages,
          (select max(p.settled_at) from approval p
              join draft d on d.draft_id = p.draft_id
              join conversation c on c.conversation_id = d.conversation_id
              where c.account_id = a.account_id and p.outcome = 'delivered') as last_sent,
          (select count(*) from quarantine q where q.account_id = a.account_id) as dead_letters
      from account a order by a.channel, a.name
      """;

  private final Database database;

  public PostgresAccounts(Database database) {
    this.database = database;
  }

  @Override
  public Cursor cursor(AccountId account) {
    return database.look(tx ->
        tx.first(
                CURSOR,
                row -> new Cursor(row.text("cursor")),
                account.channel().value(),
                account.name())
            .orElse(Cursor.START));
  }

  @Override
  public void moveCursor(AccountId account, Cursor to, Instant now) {
    database.run(
        now, tx -> AccountRows.moveCursor(tx, AccountRows.lock(tx, account), to.value(), now));
  }

  @Override
  public void stop(AccountId account, String reason, String remedy, Instant now) {
    database.run(now, tx -> stop(tx, account, reason.isEmpty() ? "unknown" : reason, remedy, now));
  }

  /** The same trouble every few minutes is on record once. */
  private static void stop(Tx tx, AccountId account, String reason, String remedy, Instant now)
      throws SQLException {
    long number = AccountRows.lock(tx, account);
    if (tx.run(STOP, reason, remedy, now, number, reason) > 0) {
      tx.audit(new AuditEvent.ErrorOccurred(account.toString(), reason));
      String words = account + " stopped: " + reason + ". No message was lost. " + remedy;
      PostgresAlerts.raise(tx, new Alert(Alert.Kind.CHANNEL_STOPPED, key(account), words), now);
    }
  }

  @Override
  public void working(AccountId account, Instant now) {
    database.run(now, tx -> working(tx, account, now));
  }

  private static void working(Tx tx, AccountId account, Instant now) throws SQLException {
    if (tx.any(STOPPED, account.channel().value(), account.name())) {
      tx.run(WORKING, AccountRows.lock(tx, account));
      PostgresAlerts.clear(tx, key(account), now);
    }
  }

  @Override
  public List<AccountId> all() {
    return database.look(tx -> tx.all(ALL, AccountRows::read));
  }

  @Override
  public List<AccountState> states() {
    return database.look(tx -> tx.all(STATES, PostgresAccounts::state));
  }

  private static AccountState state(Row row) throws SQLException {
    return new AccountState(
        AccountRows.read(row),
        row.maybeInstant("cursor_at").orElse(null),
        row.maybeInstant("last_read").orElse(null),
        row.maybeInstant("last_sent").orElse(null),
        row.number("messages"),
        row.number("dead_letters"),
        row.text("stopped_reason"),
        row.text("stopped_remedy"));
  }

  private static String key(AccountId account) {
    return "channel " + account;
  }
}
