package dev.moltbot.adapter.instagram;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.moltbot.fake.FakeService;
import dev.moltbot.fake.Reply;
import dev.moltbot.fake.Request;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Instagram's API on loopback, as far as we use it, written from the facts: it checks the token,
 * names of fields, 1,000 bytes, the 24 hours, and two calls a second for conversations.
 */
final class FakeInstagram implements AutoCloseable {
  /** Bytes of text it takes. */
  static final int MAX_BYTES = 1_000;

  private static final String VERSION = "/v24.0/";
  private static final JsonAdapter<Object> JSON = new Moshi.Builder().build().adapter(Object.class);

  final FakeInbox inbox = new FakeInbox();
  final FakeToken token;
  private final InstantSource time;
  private final boolean rated;
  private final FakeService service = new FakeService(this::answer);
  private final ArrayDeque<Instant> recent = new ArrayDeque<>();
  private final List<String> sent = new ArrayList<>();
  private volatile String username = FakeInbox.USERNAME;
  private volatile boolean messagesPermitted = true;

  /**
   * Starts it.
   *
   * @param rated whether it counts calls by this time; one that stands still allows none
   */
  FakeInstagram(InstantSource time, boolean rated) {
    this.time = time;
    this.rated = rated;
    this.token = new FakeToken(time);
  }

  URI url() {
    return service.url();
  }

  FakeService service() {
    return service;
  }

  /** The account has another name. */
  void isCalled(String name) {
    username = name;
  }

  /** The token may not see messages. */
  void forbidsMessages() {
    messagesPermitted = false;
  }

  /** The texts sent through it. */
  synchronized List<String> sent() {
    return List.copyOf(sent);
  }

  static boolean sends(Request request) {
    return request.method().equals("POST");
  }

  static boolean renews(Request request) {
    return request.path().equals("/refresh_access_token");
  }

  /** Anything that a reader asks, renewing its token apart. */
  static boolean reads(Request request) {
    return request.method().equals("GET") && !renews(request);
  }

  static boolean readsConversation(Request request) {
    return reads(request) && !request.path().startsWith(VERSION + "me");
  }

  /** Instagram's envelope of a refusal. */
  static Reply refusal(int status, int code, int subcode) {
    return Reply.json(
        status,
        """
        {"error":{"message":"(#%d) no","type":"OAuthException","code":%d,"error_subcode":%d,\
        "fbtrace_id":"A1b2C3"}}\
        """
            .formatted(code, code, subcode));
  }

  @Override
  public void close() {
    service.close();
  }

  private synchronized Reply answer(Request request) {
    if (renews(request)) {
      return token.renew(request);
    }
    if (!token.accepts(request)) {
      return refusal(400, 190, 463);
    }
    try {
      return request.path().startsWith(VERSION)
          ? answer(request, request.path().substring(VERSION.length()))
          : refusal(400, 2500, 0);
    } catch (IllegalArgumentException e) {
      return refusal(400, 100, 0);
    }
  }

  private Reply answer(Request request, String path) {
    return switch (request.method() + " " + path) {
      case "GET me" ->
          ok(Map.of("id", FakeInbox.SCOPED, "user_id", FakeInbox.ACCOUNT, "username", username));
      case "POST me/messages" -> take(request);
      case "GET me/conversations" -> inTurn(() -> conversations(request));
      default -> inTurn(() -> conversation(path, request));
    };
  }

  private Reply conversations(Request request) {
    if (!request.parameter("platform").equals("instagram")) {
      return refusal(400, 100, 0);
    }
    int limit = Integer.parseInt(request.parameter("limit"));
    return ok(inbox.conversations(request.parameter("fields"), limit, request.parameter("after")));
  }

  private Reply conversation(String id, Request request) {
    return inbox
        .conversation(id, request.parameter("fields"))
        .map(FakeInstagram::ok)
        .orElseGet(() -> refusal(400, 100, 33));
  }

  private Reply inTurn(Supplier<Reply> answer) {
    if (!messagesPermitted) {
      return refusal(403, 10, 0);
    }
    Instant now = time.instant();
    recent.removeIf(one -> !one.isAfter(now.minus(Duration.ofSeconds(1))));
    recent.addLast(now);
    return rated && recent.size() > 2 ? refusal(400, 613, 0) : answer.get();
  }

  private Reply take(Request request) {
    Optional<Map<?, ?>> body = parsed(request.body());
    String person = body.map(b -> text(b, "recipient", "id")).orElse("");
    String text = body.map(b -> text(b, "message", "text")).orElse("");
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (!request.header("content-type").startsWith("application/json")
        || person.isEmpty()
        || text.isEmpty()
        || bytes > MAX_BYTES) {
      return refusal(400, 100, 2534006);
    }
    if (!inbox.open(person, time.instant())) {
      return refusal(400, 10, 2534022);
    }
    sent.add(text);
    String id = inbox.writes(person, text, time.instant());
    return ok(Map.of("recipient_id", person, "message_id", id));
  }

  private static String text(Map<?, ?> body, String object, String name) {
    return body.get(object) instanceof Map<?, ?> inner && inner.get(name) instanceof String text
        ? text
        : "";
  }

  private static Optional<Map<?, ?>> parsed(String json) {
    try {
      return JSON.fromJson(json) instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static Reply ok(Map<String, Object> json) {
    return Reply.ok(JSON.toJson(json));
  }
}
