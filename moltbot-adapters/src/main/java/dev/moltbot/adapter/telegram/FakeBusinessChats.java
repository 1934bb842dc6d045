package dev.moltbot.adapter.telegram;

import dev.moltbot.botapi.FakeJson;
import dev.moltbot.botapi.FakeUpdates;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The accounts a bot is connected to, and what is said in their private chats. Thread-safe. */
final class FakeBusinessChats {
  /** How long after their last message a bot may write to somebody. */
  static final Duration WINDOW = Duration.ofHours(24);

  /** Somebody on Telegram; a private chat with them has their number. */
  record Person(long id, String name) {
    Map<String, Object> asUser() {
      return Map.of("id", id, "is_bot", false, "first_name", name);
    }
  }

  /** Whether a bot may write, and why not. */
  enum Permit {
    YES,
    NO_CONNECTION,
    NO_RIGHT,
    NO_CHAT,
    TOO_LATE
  }

  private final FakeUpdates updates;
  private final InstantSource time;
  private final Map<String, Map<String, Object>> connections = new ConcurrentHashMap<>();
  private final Map<String, Instant> lastHeard = new ConcurrentHashMap<>();
  private final List<Map<String, Object>> given = new CopyOnWriteArrayList<>();
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final AtomicLong ids = new AtomicLong(40);

  FakeBusinessChats(FakeUpdates updates, InstantSource time) {
    this.updates = updates;
    this.time = time;
  }

  /** Someone connects the bot to their account, changes what it may do, or disconnects it. */
  void connects(String id, Person account, boolean enabled, boolean mayReply) {
    Map<String, Object> connection = new LinkedHashMap<>();
    connection.put("id", id);
    connection.put("user", account.asUser());
    connection.put("user_chat_id", account.id());
    connection.put("date", now());
    connection.put("is_enabled", enabled);
    connection.put("rights", mayReply ? Map.of("can_reply", true) : Map.of());
    connections.put(id, connection);
    updates.add("business_connection", connection);
  }

  /** The connection is forgotten, and nobody is told. */
  void forgets(String id) {
    connections.remove(id);
  }

  /** Somebody writes into an account's chat; the number of the message. */
  long writes(String connection, Person person, String text) {
    return says(connection, person, person.id(), Map.of("text", text));
  }

  /** Says anything in the chat with this number: text, or fields of another kind of message. */
  long says(String connection, Person from, long chat, Map<String, ?> content) {
    Map<String, Object> message = message(connection, from.asUser(), chat, content);
    if (from.id() == chat) {
      lastHeard.put(Long.toString(chat), time.instant());
    }
    gives("business_message", message);
    return FakeJson.number(message, "message_id", 0);
  }

  /** Changes a message; without a date of change it is Telegram that changed something. */
  void edits(String connection, Person from, long chat, long message, Map<String, ?> content) {
    Map<String, Object> edited = message(connection, from.asUser(), chat, content);
    edited.put("message_id", message);
    gives("edited_business_message", edited);
  }

  /** Any update at all. */
  void gives(String kind, Map<String, Object> content) {
    given.add(Map.of(kind, content));
    updates.add(kind, content);
  }

  /** Every update again under new numbers, the newest first. */
  void repeatsEverything() {
    List<Map<String, Object>> all = new ArrayList<>(given);
    for (Map<String, Object> update : all.reversed()) {
      update.forEach((kind, content) -> updates.add(kind, FakeJson.map(content)));
    }
  }

  /** A chat in which somebody has just written, whatever its name. */
  void opens(String chat) {
    lastHeard.put(chat, time.instant());
  }

  /** The texts the bot put into chats, in order. */
  List<String> sent() {
    return List.copyOf(sent);
  }

  @Nullable Map<String, Object> connection(String id) {
    return connections.get(id);
  }

  Permit mayReply(String connection, String chat) {
    Map<String, Object> known = connections.get(connection);
    Instant heard = lastHeard.get(chat);
    if (known == null || !Boolean.TRUE.equals(known.get("is_enabled"))) {
      return Permit.NO_CONNECTION;
    }
    if (!Map.of("can_reply", true).equals(known.get("rights"))) {
      return Permit.NO_RIGHT;
    }
    if (heard == null) {
      return Permit.NO_CHAT;
    }
    return heard.plus(WINDOW).isBefore(time.instant()) ? Permit.TOO_LATE : Permit.YES;
  }

  /** The message as the account's owner sees it, which is what the bot gets back. */
  Map<String, Object> botSends(
      String connection, String chat, String text, Map<String, Object> parameters) {
    Map<String, Object> known = connections.getOrDefault(connection, Map.of());
    Map<String, Object> owner = FakeJson.map(known.get("user"));
    long number = chat.matches("\\d+") ? Long.parseLong(chat) : 0;
    Map<String, Object> message = message(connection, owner, number, Map.of("text", text));
    message.put("sender_business_bot", Map.of("id", 654321L, "is_bot", true, "first_name", "M"));
    Object quoted = parameters.get("reply_parameters");
    if (quoted != null) {
      message.put("reply_to_message", quoted);
    }
    sent.add(text);
    return message;
  }

  private Map<String, Object> message(
      String connection, Map<String, Object> from, long chat, Map<String, ?> content) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("business_connection_id", connection);
    message.put("message_id", ids.incrementAndGet());
    message.put("from", from);
    message.put("chat", Map.of("id", chat, "type", chat < 0 ? "group" : "private"));
    message.put("date", now());
    message.putAll(content);
    return message;
  }

  private long now() {
    return time.instant().getEpochSecond();
  }
}
