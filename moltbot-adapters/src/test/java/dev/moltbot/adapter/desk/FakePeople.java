package dev.moltbot.adapter.desk;

import dev.moltbot.botapi.FakeUpdates;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The people around the bot, and everything they can do to it. */
public final class FakePeople {
  private static final AtomicLong QUERIES = new AtomicLong(1_000);

  /** Somebody with a Telegram account; the private chat with the bot has the same number. */
  public record Person(long id, String name) {}

  private final FakeChats chats;
  private final FakeUpdates updates;

  FakePeople(FakeChats chats, FakeUpdates updates) {
    this.chats = chats;
    this.updates = updates;
  }

  /** Types a message to the bot; its number. */
  public long writes(Person person, String text) {
    return message(person, privateChat(person), Map.of("text", text));
  }

  /** Types an answer to one of the bot's messages. */
  public long replies(Person person, long to, String text) {
    return message(
        person, privateChat(person), Map.of("text", text, "reply_to_message", at(person, to)));
  }

  /** Taps the button whose label begins so; the number of the tap. */
  public String taps(Person person, FakeTelegram.Shown message, String label) {
    return tapsWith(person, person.id(), message.id(), message.data(label));
  }

  /** Sends a tap with any data, as a modified client can, for a message of any chat. */
  public String tapsWith(Person person, long chat, long message, String data) {
    String query = String.valueOf(QUERIES.incrementAndGet());
    Map<String, Object> tap = new LinkedHashMap<>();
    tap.put("id", query);
    tap.put("from", user(person));
    tap.put("message", found(chat, message).orElseGet(() -> inaccessible(chat, message)));
    tap.put("chat_instance", "8000000000000000001");
    tap.put("data", data);
    updates.add("callback_query", tap);
    return query;
  }

  /** Changes an earlier message. */
  public void edits(Person person, long message, String text) {
    Map<String, Object> edited = new LinkedHashMap<>(at(person, message));
    edited.put("text", text);
    edited.put("edit_date", chats.now());
    updates.add("edited_message", edited);
  }

  /** Passes on what somebody else wrote. */
  public void forwards(Person person, Person author, String text) {
    Map<String, Object> origin =
        Map.of("type", "user", "date", chats.now(), "sender_user", user(author));
    message(person, privateChat(person), Map.of("text", text, "forward_origin", origin));
  }

  /** Writes with the help of another bot's inline mode. */
  public void writesVia(Person person, Person bot, String text) {
    Map<String, Object> via = Map.of("id", bot.id(), "is_bot", true, "first_name", bot.name());
    message(person, privateChat(person), Map.of("text", text, "via_bot", via));
  }

  public void sendsPhoto(Person person) {
    message(person, privateChat(person), Map.of("photo", java.util.List.of()));
  }

  public void writesInGroup(Person person, String text) {
    message(person, group(), Map.of("text", text));
  }

  /** An administrator who hides behind the group; Telegram shows its own placeholder as sender. */
  public void writesAnonymously(String text) {
    Person placeholder = new Person(1_087_968_824L, "Group");
    message(placeholder, group(), Map.of("text", text, "sender_chat", group()));
  }

  public void posts(String text) {
    Map<String, Object> channel =
        Map.of("id", -1_002_000_000_002L, "type", "channel", "title", "News");
    updates.add(
        "channel_post",
        Map.of(
            "message_id",
            5,
            "chat",
            channel,
            "sender_chat",
            channel,
            "date",
            chats.now(),
            "text",
            text));
  }

  public void asksInline(Person person, String text) {
    updates.add(
        "inline_query", Map.of("id", "77", "from", user(person), "query", text, "offset", ""));
  }

  /** Opens or leaves the chat with the bot. */
  public void changesMembership(Person person) {
    Map<String, Object> was = Map.of("user", FakeChats.BOT_USER, "status", "left");
    Map<String, Object> is = Map.of("user", FakeChats.BOT_USER, "status", "member");
    Map<String, Object> change = new LinkedHashMap<>();
    change.put("chat", privateChat(person));
    change.put("from", user(person));
    change.put("date", chats.now());
    change.put("old_chat_member", was);
    change.put("new_chat_member", is);
    updates.add("my_chat_member", change);
  }

  /** Any update at all, as JSON-like maps. */
  public void sends(String kind, Map<String, Object> content) {
    updates.add(kind, content);
  }

  static Map<String, Object> user(Person person) {
    return Map.of("id", person.id(), "is_bot", false, "first_name", person.name());
  }

  static Map<String, Object> privateChat(Person person) {
    return Map.of("id", person.id(), "type", "private", "first_name", person.name());
  }

  static Map<String, Object> group() {
    return Map.of("id", -1_001_000_000_001L, "type", "supergroup", "title", "Group");
  }

  static long lastQuery() {
    return QUERIES.get();
  }

  static boolean asked(String query) {
    return Long.parseLong(query) <= QUERIES.get();
  }

  private long message(Person person, Map<String, Object> chat, Map<String, Object> content) {
    Map<String, Object> message = chats.add(user(person), chat, content);
    updates.add("message", message);
    return FakeChats.id(message);
  }

  private Map<String, Object> at(Person person, long message) {
    return found(person.id(), message)
        .orElseThrow(() -> new NoSuchElementException("no message " + message));
  }

  private Optional<Map<String, Object>> found(long chat, long message) {
    return Optional.ofNullable(chats.find(chat, message));
  }

  /** What Telegram gives for a message that is gone or too old: a date of zero and no text. */
  private static Map<String, Object> inaccessible(long chat, long message) {
    Map<String, Object> place = Map.of("id", chat, "type", "private");
    return Map.of("chat", place, "message_id", message, "date", 0L);
  }
}
