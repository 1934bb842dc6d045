package dev.moltbot.adapter.postgres.transaction;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.ChannelId;
import java.sql.SQLException;
import java.time.Instant;

/** Accounts by their name. */
public final class AccountRows {
  private static final String LOCK =
      "select account_id from account where channel = ? and name = ? for update";
  private static final String INSERT =
      "insert into account (channel, name) values (?, ?) on conflict on constraint account_once do"
          + " nothing";

  private AccountRows() {}

  /** The account's number, and the account to ourselves until the transaction ends. */
  public static long lock(Tx tx, AccountId account) throws SQLException {
    var known = tx.first(LOCK, row -> row.number("account_id"), words(account));
    if (known.isPresent()) {
      return known.get();
    }
    tx.run(INSERT, words(account));
    return tx.one(LOCK, row -> row.number("account_id"), words(account));
  }

  public static void moveCursor(Tx tx, long account, String to, Instant now) throws SQLException {
    tx.run("update account set cursor = ?, cursor_at = ? where account_id = ?", to, now, account);
  }

  public static AccountId read(Row row) throws SQLException {
    return new AccountId(new ChannelId(row.text("channel")), row.text("account"));
  }

  private static Object[] words(AccountId account) {
    return new Object[] {account.channel().value(), account.name()};
  }
}
