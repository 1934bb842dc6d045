package dev.moltbot.adapter.linkedin;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.moltbot.fake.FakeService;
import dev.moltbot.fake.Reply;
import dev.moltbot.fake.Request;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * LinkedIn as its pages describe it: a changelog with an inclusive start time, at most fifty events
 * an answer, and a Messages API that takes a thread or recipients, never both, and no HTML.
 */
final class FakeLinkedIn implements AutoCloseable {
  static final String READ_TOKEN = "canary-read-token";
  static final String SEND_TOKEN = "canary-send-token";
  static final String OWNER = "urn:li:person:owner";

  private static final JsonAdapter<Object> JSON = new Moshi.Builder().build().adapter(Object.class);
  private static final String NO_TOKEN =
      "{\"status\":401,\"serviceErrorCode\":65600,\"message\":\"Invalid access token\"}";

  private final FakeService service = new FakeService(this::answer);
  private final List<Map<String, Object>> events = new ArrayList<>();
  private final List<Map<String, Object>> sent = new ArrayList<>();
  private int readsLeft = Integer.MAX_VALUE;

  URI url() {
    return service.url();
  }

  FakeService service() {
    return service;
  }

  static boolean isRead(Request request) {
    return request.method().equals("GET");
  }

  static boolean isSend(Request request) {
    return request.method().equals("POST");
  }

  /** Adds an event as it is. */
  synchronized void add(Map<String, Object> event) {
    events.add(event);
  }

  /** Adds a message of this member, in a thread with the owner. */
  void receives(String member, String id, String text, long millis) {
    add(message("urn:li:person:" + member, member, id, text, millis));
  }

  /** Adds a message that the owner wrote to this member. */
  void ownerWrites(String member, String id, String text, long millis) {
    add(message(OWNER, member, id, text, millis));
  }

  static Map<String, Object> message(
      String actor, String thread, String id, String text, long millis) {
    return Map.of(
        "id",
        millis % 1_000_000 + id.hashCode(),
        "owner",
        OWNER,
        "actor",
        actor,
        "resourceName",
        "messages",
        "resourceId",
        id,
        "resourceUri",
        "/messages/" + id,
        "method",
        "CREATE",
        "processedAt",
        millis,
        "capturedAt",
        millis,
        "activity",
        Map.of(
            "id", id,
            "owner", OWNER,
            "author", actor,
            "thread", "urn:li:messagingThread:" + thread,
            "createdAt", millis,
            "deliveredAt", millis,
            "attachments", List.of(),
            "content",
                Map.of(
                    "format",
                    "TEXT",
                    "fallback",
                    text,
                    "formatVersion",
                    1,
                    "content",
                    Map.of("string", text))));
  }

  /** Gives every event another time, the newest first, as processed now. */
  synchronized void repeatsItself(long millis) {
    for (Map<String, Object> event : List.copyOf(events).reversed()) {
      var again = new java.util.LinkedHashMap<>(event);
      again.put("processedAt", millis);
      events.add(again);
    }
  }

  /** Takes the reading token away after so many answers. */
  synchronized void revokesAfter(int reads) {
    readsLeft = reads;
  }

  /** What was sent, in order: thread and body. */
  synchronized List<Map<String, Object>> sent() {
    return List.copyOf(sent);
  }

  @Override
  public void close() {
    service.close();
  }

  private synchronized Reply answer(Request request) {
    return switch (request.toString()) {
      case "GET /rest/memberChangeLogs" -> changes(request);
      case "POST /v2/messages" -> send(request);
      default -> Reply.json(404, "{\"status\":404,\"message\":\"No virtual resource found\"}");
    };
  }

  private Reply changes(Request request) {
    if (!request.header("authorization").equals("Bearer " + READ_TOKEN) || readsLeft-- <= 0) {
      return Reply.json(401, NO_TOKEN);
    }
    long start = Long.parseLong(request.parameter("startTime"));
    int count = Integer.parseInt(request.parameter("count"));
    boolean asked =
        request.parameter("q").equals("memberAndApplication")
            && request.header("linkedin-version").equals("202312")
            && count >= 1
            && count <= Changelog.MAX_COUNT;
    if (!asked) {
      return Reply.json(400, "{\"status\":400,\"message\":\"Invalid query\"}");
    }
    List<Map<String, Object>> page =
        events.stream()
            .filter(event -> millis(event) >= start)
            .sorted((one, other) -> Long.compare(millis(one), millis(other)))
            .limit(count)
            .toList();
    return Reply.ok(JSON.toJson(Map.of("elements", page)));
  }

  private static long millis(Map<String, Object> event) {
    return event.get("processedAt") instanceof Number number ? number.longValue() : Long.MAX_VALUE;
  }

  private Reply send(Request request) {
    if (!request.header("authorization").equals("Bearer " + SEND_TOKEN)) {
      return Reply.json(401, NO_TOKEN);
    }
    Map<?, ?> message = object(request.body());
    boolean thread = message.get("thread") instanceof String;
    boolean recipients = message.get("recipients") instanceof List<?>;
    String body = message.get("body") instanceof String words ? words : "";
    if (thread == recipients || body.isBlank() || body.contains("</")) {
      return Reply.json(422, "{\"status\":422,\"message\":\"Unprocessable entity\"}");
    }
    sent.add(Map.of("thread", String.valueOf(message.get("thread")), "body", body));
    return Reply.json(201, "").with("x-restli-id", "urn:li:message:2-sent-" + sent.size());
  }

  private static Map<?, ?> object(String json) {
    try {
      @Nullable Object read = JSON.fromJson(json);
      return read instanceof Map<?, ?> object ? object : Map.of();
    } catch (IOException e) {
      return Map.of();
    }
  }
}
