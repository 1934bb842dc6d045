package dev.moltbot.adapter.telegram;

import dev.moltbot.botapi.FakeAnswer;
import dev.moltbot.botapi.FakeJson;
import dev.moltbot.botapi.FakeText;
import dev.moltbot.botapi.FakeUpdates;
import dev.moltbot.fake.FakeService;
import dev.moltbot.fake.Reply;
import dev.moltbot.fake.Request;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The Bot API (10.1) on loopback, as far as a bot on business connections needs it, written from
 * the facts: updates come again until a higher offset acknowledges them, a newer poll ends an older
 * one, a webhook rules polling out, errors come in envelopes, and a reply needs a connection, a
 * right, and a message of the other side within a day. Who writes is in {@link #chats}.
 */
final class FakeTelegramBusiness implements AutoCloseable {
  static final String TOKEN = "654321:canary-channel-token";

  final FakeUpdates updates = new FakeUpdates();
  final FakeBusinessChats chats;

  private final FakeService service = new FakeService(this::answer);
  private final AtomicLong lasts = new AtomicLong(Long.MAX_VALUE);
  private volatile boolean businessMode = true;

  FakeTelegramBusiness(InstantSource time) {
    this.chats = new FakeBusinessChats(updates, time);
  }

  URI url() {
    return service.url();
  }

  /** The next call of a method gets this answer, and does nothing. */
  void next(String method, Reply reply) {
    service.next(request -> method(request).equals(method), reply);
  }

  /** The next call of a method is carried out, and gets this answer. */
  void nextAnswers(String method, Reply reply) {
    service.nextCarriedOut(request -> method(request).equals(method), reply);
  }

  /** The next call of a method is answered as usual. */
  void nextAsUsual(String method) {
    service.nextAsUsual(request -> method(request).equals(method));
  }

  /** Answers so many calls more, and then the token is no more. */
  void revokesAfter(int calls) {
    lasts.set(calls);
  }

  void setBusinessMode(boolean on) {
    businessMode = on;
  }

  /** What the calls of a method said, in order. */
  List<Map<String, Object>> calls(String method) {
    return service.requests().stream()
        .filter(request -> method(request).equals(method))
        .map(FakeTelegramBusiness::parameters)
        .toList();
  }

  @Override
  public void close() {
    service.close();
  }

  /** An error in Telegram's envelope. */
  static Reply no(int code, String description) {
    return reply(FakeAnswer.no(code, description));
  }

  /** Too fast; Telegram says how long to wait as a number of seconds, or not at all. */
  static Reply throttled(String seconds) {
    boolean number = seconds.matches("\\d+");
    String words = "Too Many Requests: retry after " + seconds;
    return number
        ? reply(FakeAnswer.no(429, words, Map.of("retry_after", Long.valueOf(seconds))))
        : no(429, "Too Many Requests");
  }

  private Reply answer(Request request) {
    if (lasts.getAndUpdate(left -> Math.max(0, left - 1)) == 0
        || !request.path().startsWith("/bot" + TOKEN + "/")) {
      return no(401, "Unauthorized: invalid token specified");
    }
    Map<String, Object> parameters = parameters(request);
    return switch (method(request)) {
      case "getMe" -> ok(bot());
      case "getWebhookInfo" ->
          ok(Map.of("url", updates.webhook(), "pending_update_count", updates.size()));
      case "getUpdates" -> reply(updates.answer(parameters));
      case "getBusinessConnection" -> connection(parameters);
      case "sendMessage" -> send(parameters);
      default -> no(404, "Not Found: method not found");
    };
  }

  private Map<String, Object> bot() {
    return Map.of(
        "id", 654321L, "is_bot", true, "first_name", "M", "can_connect_to_business", businessMode);
  }

  private Reply connection(Map<String, Object> parameters) {
    Map<String, Object> found = chats.connection(text(parameters, "business_connection_id"));
    return found == null ? no(400, "Bad Request: business connection not found") : ok(found);
  }

  private Reply send(Map<String, Object> parameters) {
    FakeText words = FakeText.of(text(parameters, "text"), List.of());
    String problem = words.problem();
    if (problem != null) {
      return no(400, problem);
    }
    String connection = text(parameters, "business_connection_id");
    String chat = text(parameters, "chat_id");
    Reply refusal = refusal(connection, chat);
    return refusal == null
        ? ok(chats.botSends(connection, chat, words.text(), parameters))
        : refusal;
  }

  private @Nullable Reply refusal(String connection, String chat) {
    return switch (chats.mayReply(connection, chat)) {
      case YES -> null;
      case NO_CONNECTION -> no(400, "Bad Request: BUSINESS_CONNECTION_INVALID");
      case NO_RIGHT -> no(403, "Forbidden: BOT_ACCESS_FORBIDDEN");
      case NO_CHAT -> no(400, "Bad Request: chat not found");
      case TOO_LATE -> no(400, "Bad Request: BUSINESS_PEER_USAGE_MISSING");
    };
  }

  private static Reply ok(Object result) {
    return reply(FakeAnswer.ok(result));
  }

  private static Reply reply(FakeAnswer answer) {
    return Reply.json(answer.status(), answer.body());
  }

  private static String method(Request request) {
    return request.path().substring(request.path().lastIndexOf('/') + 1);
  }

  private static String text(Map<String, Object> parameters, String name) {
    return parameters.get(name) == null ? "" : String.valueOf(parameters.get(name));
  }

  private static Map<String, Object> parameters(Request request) {
    try {
      return FakeJson.parameters(request.header("content-type"), request.body());
    } catch (IOException e) {
      return Map.of();
    }
  }
}
