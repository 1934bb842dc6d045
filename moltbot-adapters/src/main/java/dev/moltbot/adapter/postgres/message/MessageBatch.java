package dev.moltbot.adapter.postgres.message;

import dev.moltbot.adapter.postgres.transaction.Column;
import dev.moltbot.adapter.postgres.transaction.Keys;
import dev.moltbot.adapter.postgres.transaction.SafeText;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Sender;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.port.Intake.Screened;
import dev.moltbot.port.Timeline;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts messages into their table, many with one statement; those already there are left alone. */
public final class MessageBatch {
  /** Most characters in one statement, so that memory does not grow with long messages. */
  private static final int MAX_CHARS = 8_000_000;

  private static final String INSERT =
      """
      insert into message (account_id, conversation_id, handle_id, native_key, native_id, sent_at,
          placed_at, from_owner, worth_drafting, repaired, category, certain, reason, sender,
          sender_name, reply_to, subject, body, reference, ancestors, traits, findings)
      select ?, c.conversation_id, h.handle_id, g.native_key, g.native_id, g.sent_at,
          least(g.sent_at, ?::timestamptz), g.from_owner, g.worth, g.repaired, g.category, g.certain,
          g.reason, g.sender, g.sender_name, g.reply_to::text[], g.subject, g.body, g.reference,
          g.ancestors::text[], g.traits::text[], g.findings::text[]
      from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::timestamptz[], ?::boolean[],
          ?::boolean[], ?::boolean[], ?::text[], ?::boolean[], ?::text[], ?::text[], ?::text[],
          ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
          with ordinality as g (conversation_key, handle_key, native_key, native_id, sent_at,
          from_owner, worth, repaired, category, certain, reason, sender, sender_name, reply_to,
          subject, body, reference, ancestors, traits, findings, place)
      join conversation c on c.account_id = ? and c.native_key = g.conversation_key
      left join handle h on h.handle_key = g.handle_key
      order by g.place
      on conflict on constraint message_once do nothing
      returning message_id, conversation_id
      """;

  private MessageBatch() {}

  /** A message that was not there before. */
  public record Added(long message, long conversation) {}

  public static List<Added> insert(Tx tx, long account, Collection<Screened> all, Instant now)
      throws SQLException {
    var added = new ArrayList<Added>();
    var chunk = new ArrayList<Screened>();
    int chars = 0;
    for (Screened one : all) {
      int length = one.message().content().text().length();
      if (chars + length > MAX_CHARS) {
        added.addAll(insertChunk(tx, account, chunk, now));
        chunk.clear();
        chars = 0;
      }
      chunk.add(one);
      chars += length;
    }
    added.addAll(insertChunk(tx, account, chunk, now));
    return added;
  }

  private static List<Added> insertChunk(Tx tx, long account, List<Screened> rows, Instant now)
      throws SQLException {
    if (rows.isEmpty()) {
      return List.of();
    }
    return tx.all(
        INSERT,
        row -> new Added(row.number("message_id"), row.number("conversation_id")),
        account,
        now,
        of("uuid", rows, one -> Keys.of(one.conversation().nativeId())),
        of("uuid", rows, one -> handle(one).map(Keys::of).orElse(NOBODY)),
        of("uuid", rows, one -> Keys.of(one.id().nativeId())),
        of("text", rows, one -> one.id().nativeId()),
        of("timestamptz", rows, one -> bounded(one.sentAt())),
        of("boolean", rows, one -> one.has(Trait.FROM_OWNER)),
        Column.of("boolean", rows, one -> one.triage().worthDrafting()),
        of("boolean", rows, one -> !words(one).allMatch(SafeText::isSafe)),
        Column.of("text", rows, one -> one.triage().category().name()),
        Column.of("boolean", rows, one -> one.triage().certain()),
        Column.of("text", rows, one -> one.triage().reason()),
        of("text", rows, one -> one.sender().address().value()),
        of("text", rows, one -> one.sender().name().reveal()),
        of("text", rows, one -> Column.literal(replyTo(one))),
        of("text", rows, one -> one.content().subject().reveal()),
        of("text", rows, one -> one.content().text().reveal()),
        of("text", rows, one -> one.threading().reference()),
        of("text", rows, one -> Column.literal(one.threading().ancestors())),
        of("text", rows, one -> Column.literal(one.traits().stream().map(Trait::name).toList())),
        Column.of("text", rows, MessageBatch::findings),
        account);
  }

  private static final UUID NOBODY = new UUID(0, 0);

  private static Column of(String type, List<Screened> rows, Function<InboundMessage, ?> value) {
    return Column.of(type, rows, one -> value.apply(one.message()));
  }

  /** Whose message it is. The owner's own are nobody's: the owner is no contact. */
  public static Optional<Handle> handle(InboundMessage message) {
    return message.has(Trait.FROM_OWNER)
        ? Optional.empty()
        : Optional.of(handle(message, message.sender()));
  }

  public static Handle handle(InboundMessage message, Sender person) {
    return Handle.of(message.id().channel(), person.address());
  }

  private static String findings(Screened one) {
    return Column.literal(one.findings().stream().map(MessageRows::stored).toList());
  }

  private static List<String> replyTo(InboundMessage message) {
    return message.sender().replyTo().stream().map(Address::value).toList();
  }

  private static Stream<String> words(InboundMessage message) {
    Stream<String> single =
        Stream.of(
            message.id().nativeId(),
            message.conversation().nativeId(),
            message.sender().address().value(),
            message.sender().name().reveal(),
            message.content().subject().reveal(),
            message.content().text().reveal(),
            message.threading().reference());
    return Stream.of(single, replyTo(message).stream(), message.threading().ancestors().stream())
        .flatMap(words -> words);
  }

  /** Senders claim the year 99999, and exports the year 0. */
  public static Instant bounded(Instant claimed) {
    if (claimed.isBefore(Timeline.EARLIEST)) {
      return Timeline.EARLIEST;
    }
    return claimed.isAfter(Timeline.LATEST) ? Timeline.LATEST : claimed;
  }
}
