package dev.moltbot.adapter.postgres.contact;

import dev.moltbot.adapter.postgres.TestDatabase;
import dev.moltbot.adapter.postgres.message.PostgresSearchIndex;
import dev.moltbot.adapter.postgres.message.PostgresTimeline;
import dev.moltbot.adapter.postgres.transaction.Column;
import dev.moltbot.adapter.postgres.transaction.Keys;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.flow.IndexMessages;
import dev.moltbot.testkit.SettableTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** People and messages put straight into their tables, and what can be asked about them. */
public final class Acquaintances implements AutoCloseable {
  private static final String HANDLE =
      """
      insert into handle (handle_key, channel, value, contact_id, name, named_at, folded)
      values (?, ?, ?, ?, ?, ?, ?) returning handle_id
      """;

  private static final String MESSAGE =
      """
      insert into message (account_id, conversation_id, handle_id, native_key, native_id, sent_at,
          placed_at, from_owner, worth_drafting, repaired, category, certain, reason, sender,
          sender_name, reply_to, subject, body, reference, ancestors, traits, findings)
      values (?, ?, ?, ?, ?, ?, ?, ?, false, false, ?, true, '', '', '', '{}', ?, ?, '', '{}',
          ?::text[], '{}')
      returning message_id
      """;

  final TestDatabase database = TestDatabase.fresh();
  final PostgresDirectory directory = new PostgresDirectory(database.database());
  public final PostgresTimeline timeline = new PostgresTimeline(database.database());
  final PostgresTies ties = new PostgresTies(database.database());
  public final PostgresSearchIndex searchIndex = new PostgresSearchIndex(database.database());
  public final IndexMessages index = new IndexMessages(searchIndex, new SettableTime());
  private final Map<String, Long> conversations = new HashMap<>();
  private int number;

  /** Somebody's place to be written to. */
  public record Known(long id, Handle handle, ContactId person) {}

  /** What was said; on the owner's side to these. */
  public record Words(String subject, String body, List<String> traits, String category) {
    public static Words of(String body) {
      return new Words("", body, List.of(), "FYI");
    }

    public Words with(String... traits) {
      return new Words(subject, body, List.of(traits), category);
    }

    Words category(String other) {
      return new Words(subject, body, traits, other);
    }
  }

  public Known person(String channel, String value, String name) {
    var handle = new Handle(new ChannelId(channel), value);
    return handle(handle, name, new ContactId(Keys.of(handle)));
  }

  /** Another handle of one who is known. */
  public Known also(Known other, String channel, String value, String name) {
    return handle(new Handle(new ChannelId(channel), value), name, other.person());
  }

  private Known handle(Handle handle, String name, ContactId person) {
    String folded = Folding.of(name + " " + handle.value());
    account(handle.channel().value());
    long id =
        inserted(
            "handle_id",
            HANDLE,
            Keys.of(handle),
            handle.channel().value(),
            handle.value(),
            person.value(),
            name,
            SettableTime.NOON,
            folded);
    return new Known(id, handle, person);
  }

  public long from(Known who, Instant at, Words words) {
    return message(who.handle().channel().value(), Optional.of(who.id()), at, words);
  }

  public long to(List<Known> whom, Instant at, Words words) {
    String channel = whom.getFirst().handle().channel().value();
    long message = message(channel, Optional.empty(), at, words);
    for (Known one : whom) {
      run(
          "insert into addressed (handle_id, placed_at, message_id) values (?, ?, ?)",
          one.id(),
          at,
          message);
    }
    return message;
  }

  private long message(String channel, Optional<Long> handle, Instant at, Words words) {
    String id = "m" + ++number;
    return inserted(
        "message_id",
        MESSAGE,
        account(channel),
        conversation(channel),
        handle,
        Keys.of(id),
        id,
        at,
        at,
        handle.isEmpty(),
        words.category(),
        words.subject(),
        words.body(),
        Column.literal(words.traits()));
  }

  private long account(String channel) {
    run("insert into account (channel, name) values (?, 'me') on conflict do nothing", channel);
    return database
        .database()
        .look(tx ->
            tx.one(
                "select account_id from account where channel = ?",
                row -> row.number("account_id"),
                channel));
  }

  private long conversation(String channel) {
    return conversations.computeIfAbsent(
        channel,
        one ->
            inserted(
                "conversation_id",
                """
                insert into conversation (account_id, native_key, native_id) values (?, ?, ?)
                returning conversation_id
                """,
                account(one),
                new UUID(0, 1),
                "one"));
  }

  void tag(Known who, String kind, String words) {
    run(
        "insert into annotation (handle_id, kind, words, written_at) values (?, ?, ?, ?)",
        who.id(),
        kind,
        words,
        SettableTime.NOON);
  }

  public void indexAll() {
    if (index.catchUp(Duration.ofHours(1)) > 0) {
      throw new AssertionError("not all is indexed");
    }
  }

  public void run(String sql, Object... arguments) {
    database.database().run(SettableTime.NOON, tx -> tx.run(sql, arguments));
  }

  private long inserted(String key, String sql, Object... arguments) {
    return database.database().look(tx -> tx.one(sql, row -> row.number(key), arguments));
  }

  public long count(String table) throws SQLException {
    return database.count(table);
  }

  @Override
  public void close() {
    database.close();
  }
}
