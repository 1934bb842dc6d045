package dev.moltbot.port;

import dev.moltbot.domain.message.AccountId;
import java.time.Instant;
import java.util.List;

/** How far each account has been read, and whether it works. Each method is one transaction. */
public interface Accounts {

  /** {@link Cursor#START} for an account never read. */
  Cursor cursor(AccountId account);

  /**
   * For the desk, whose actions are settled one by one; readers move theirs with their messages.
   */
  void moveCursor(AccountId account, Cursor to, Instant now);

  /** Notes that the account needs the owner, with audit entry and, the first time, an alert. */
  void stop(AccountId account, String reason, String remedy, Instant now);

  /** Notes that the account works; ends what {@link #stop} noted. Cheap when it already did. */
  void working(AccountId account, Instant now);

  /** Every account ever read or sent from, by channel and name. */
  List<AccountId> all();

  /** How each of {@link #all} stands. Counts its messages, so it costs more the more there are. */
  List<AccountState> states();
}
