package dev.moltbot.adapter.desk;

import com.sun.net.httpserver.HttpExchange;
import dev.moltbot.botapi.FakeAnswer;
import dev.moltbot.botapi.FakeUpdates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A way for one call to go wrong. */
public sealed interface FakeFault {

  /** An error in Telegram's envelope; the call has no effect. */
  record Refusal(int code, String description, Map<String, Object> parameters)
      implements FakeFault {}

  /** A proxy's page instead of JSON; the call has no effect. */
  record Page(int status) implements FakeFault {}

  /** The call takes effect, but the answer ends in its middle. */
  record CutAnswer() implements FakeFault {}

  /** The call takes effect, but no answer comes. */
  record HangUp() implements FakeFault {}

  /** The call takes effect and is answered, but with no result, as some imitations do. */
  record NoResult() implements FakeFault {}

  static FakeFault error(int code, String description, Map<String, Object> parameters) {
    return new Refusal(code, description, parameters);
  }

  static FakeFault tooManyRequests(long retryAfterSeconds) {
    return error(
        429,
        "Too Many Requests: retry after " + retryAfterSeconds,
        Map.of("retry_after", retryAfterSeconds));
  }

  /** What a bot hears when a second program polls it. */
  static FakeFault otherPoller() {
    return error(409, FakeUpdates.CONFLICT, Map.of());
  }

  /** True when the call is carried out before it goes wrong. */
  default boolean afterwards() {
    return switch (this) {
      case Refusal r -> false;
      case Page p -> false;
      case CutAnswer c -> true;
      case HangUp h -> true;
      case NoResult n -> true;
    };
  }

  /** Goes wrong now; {@code answer} is what would have been said. */
  default void happen(HttpExchange exchange, String answer) throws IOException {
    switch (this) {
      case Refusal(var code, var description, var parameters) ->
          write(exchange, code, FakeAnswer.no(code, description, parameters).body());
      case Page(var status) -> write(exchange, status, "<html><h1>Bad Gateway</h1></html>");
      case CutAnswer c -> write(exchange, 200, answer.substring(0, answer.length() / 2));
      case NoResult n -> write(exchange, 200, "{\"ok\":true,\"result\":null}");
      case HangUp h -> exchange.sendResponseHeaders(200, 1_000_000);
    }
  }

  static void write(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
