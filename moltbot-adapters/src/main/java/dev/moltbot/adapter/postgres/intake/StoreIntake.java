package dev.moltbot.adapter.postgres.intake;

import dev.moltbot.adapter.postgres.approval.ByHand;
import dev.moltbot.adapter.postgres.contact.ContactRows;
import dev.moltbot.adapter.postgres.message.Addressing;
import dev.moltbot.adapter.postgres.message.MessageBatch;
import dev.moltbot.adapter.postgres.transaction.AccountRows;
import dev.moltbot.adapter.postgres.transaction.Column;
import dev.moltbot.adapter.postgres.transaction.Keys;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.contact.Identity;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.port.Imports;
import dev.moltbot.port.Intake;
import dev.moltbot.port.Quarantined;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** One batch into the database, cursor included: all of it or nothing. */
final class StoreIntake {
  private static final String CONVERSATIONS =
      """
      insert into conversation (account_id, native_key, native_id)
      select ?, * from unnest(?::uuid[], ?::text[])
      on conflict on constraint conversation_once do nothing
      """;

  private static final String QUARANTINE =
      """
      insert into quarantine (account_id, native_key, native_id, reason, bytes, head_sha256, head,
          set_aside_at)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict on constraint quarantine_once do nothing
      """;

  private final Tx tx;
  private final AccountId account;
  private final long number;
  private final Instant now;

  StoreIntake(Tx tx, AccountId account, Instant now) throws SQLException {
    this.tx = tx;
    this.account = account;
    this.number = AccountRows.lock(tx, account);
    this.now = now;
  }

  static Intake.Stored store(Tx tx, AccountId account, Intake intake, Instant now)
      throws SQLException {
    return new StoreIntake(tx, account, now).store(intake);
  }

  private Intake.Stored store(Intake intake) throws SQLException {
    var messages = intake.messages().stream().map(Intake.Screened::message).toList();
    refuseForeign(messages, intake.quarantined());
    observe(Senders.of(messages));
    List<MessageBatch.Added> added = insert(intake.messages(), messages);
    int setAside = quarantine(intake.quarantined());
    Turns.taken(tx, added, now);
    AccountRows.moveCursor(tx, number, intake.next().value(), now);
    int duplicates = messages.size() - added.size();
    tx.audit(new AuditEvent.MessagesRead(account.toString(), added.size(), duplicates, setAside));
    return new Intake.Stored(added.size(), duplicates, setAside);
  }

  /**
   * What a piece of an export added.
   *
   * @param newPeople of those whom an address book named
   */
  record Imported(List<MessageBatch.Added> messages, int newPeople) {}

  /** The same for old messages: nobody waits for an answer to them. */
  Imported imported(Imports.Piece piece) throws SQLException {
    var messages = piece.messages().stream().map(Intake.Screened::message).toList();
    refuseForeign(messages, piece.quarantined());
    int people = observe(piece.people());
    observe(Senders.of(messages));
    List<MessageBatch.Added> added = insert(piece.messages(), messages);
    int setAside = quarantine(piece.quarantined());
    Turns.imported(tx, added, now);
    int duplicates = (int) piece.known() + messages.size() - added.size();
    tx.audit(new AuditEvent.MessagesRead(account.toString(), added.size(), duplicates, setAside));
    return new Imported(added, people);
  }

  /** Returns how many of them are new. */
  private int observe(List<Identity> people) throws SQLException {
    ContactRows.Observed observed = ContactRows.observe(tx, people, now);
    if (observed.added() > 0) {
      tx.audit(new AuditEvent.ContactsObserved(account.toString(), observed.added()));
    }
    return observed.added();
  }

  private List<MessageBatch.Added> insert(
      List<Intake.Screened> screened, List<InboundMessage> messages) throws SQLException {
    conversations(messages);
    ByHand.adopt(tx, number, messages);
    List<MessageBatch.Added> added = MessageBatch.insert(tx, number, screened, now);
    Addressing.note(tx, number, messages, added);
    return added;
  }

  private void refuseForeign(List<InboundMessage> messages, List<Quarantined> unreadable) {
    boolean foreign =
        messages.stream().anyMatch(one -> !one.id().account().equals(account))
            || unreadable.stream().anyMatch(one -> !one.id().account().equals(account));
    if (foreign) {
      throw new IllegalArgumentException("a message of another account than " + account);
    }
  }

  private void conversations(List<InboundMessage> messages) throws SQLException {
    // In one order for everyone, so that two transactions cannot wait for each other.
    var keyed = new TreeMap<UUID, String>();
    for (InboundMessage message : messages) {
      String id = message.conversation().nativeId();
      keyed.put(Keys.of(id), id);
    }
    tx.run(
        CONVERSATIONS,
        number,
        Column.of("uuid", keyed.keySet(), key -> key),
        Column.texts(keyed.values()));
  }

  private int quarantine(List<Quarantined> unreadable) throws SQLException {
    int setAside = 0;
    for (Quarantined one : unreadable) {
      setAside += quarantine(one);
    }
    return setAside;
  }

  private int quarantine(Quarantined one) throws SQLException {
    byte[] head = one.head().toByteArray();
    byte[] sha256 = Keys.sha256(head);
    int added =
        tx.run(
            QUARANTINE,
            number,
            Keys.of(one.id().nativeId()),
            one.id().nativeId(),
            one.reason(),
            one.bytes(),
            sha256,
            head,
            now);
    if (added > 0) {
      String hex = HexFormat.of().formatHex(sha256);
      tx.audit(
          new AuditEvent.MessageQuarantined(account.toString(), hex, one.bytes(), one.reason()));
    }
    return added;
  }
}
