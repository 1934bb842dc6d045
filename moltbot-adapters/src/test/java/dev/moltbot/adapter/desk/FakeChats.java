package dev.moltbot.adapter.desk;

import dev.moltbot.botapi.FakeJson;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Every message of every chat, as Telegram would describe it in JSON. */
final class FakeChats {
  static final long BOT = 7_000_000_001L;
  static final Map<String, Object> BOT_USER =
      Map.of("id", BOT, "is_bot", true, "first_name", "Desk", "username", "moltbot_desk_bot");

  private final Map<Long, Map<String, Object>> messages = new ConcurrentSkipListMap<>();
  private final Map<Long, Integer> edits = new ConcurrentSkipListMap<>();
  private final AtomicLong nextId = new AtomicLong(100);
  private final InstantSource time = InstantSource.system();

  /** A new message of that sender in that chat; dates are in seconds. */
  Map<String, Object> add(
      Map<String, Object> from, Map<String, Object> chat, Map<String, Object> content) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("message_id", nextId.incrementAndGet());
    message.put("from", from);
    message.put("chat", chat);
    message.put("date", now());
    message.putAll(content);
    messages.put(id(message), message);
    return message;
  }

  @Nullable Map<String, Object> find(long chat, long message) {
    Map<String, Object> found = messages.get(message);
    return found != null && chatOf(found) == chat ? found : null;
  }

  void replace(Map<String, Object> message) {
    messages.put(id(message), message);
    edits.merge(id(message), 1, Integer::sum);
  }

  int edits(long message) {
    return edits.getOrDefault(message, 0);
  }

  Iterable<Map<String, Object>> all() {
    return messages.values();
  }

  long now() {
    return time.instant().getEpochSecond();
  }

  static long id(Map<String, Object> message) {
    return FakeJson.number(message, "message_id", 0);
  }

  static long chatOf(Map<String, Object> message) {
    return FakeJson.number(FakeJson.map(message.get("chat")), "id", 0);
  }
}
