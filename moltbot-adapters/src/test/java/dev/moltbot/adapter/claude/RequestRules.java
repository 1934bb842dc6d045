package dev.moltbot.adapter.claude;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** What the Messages API demands of a request, and the envelope it refuses one with. */
final class RequestRules {
  static final int MAX_BODY_BYTES = 32 << 20;
  private static final int MAX_BREAKPOINTS = 4;
  private static final Set<String> FIELDS =
      Set.of(
          "model",
          "max_tokens",
          "messages",
          "system",
          "output_config",
          "stop_sequences",
          "metadata",
          "thinking",
          "tools",
          "tool_choice");
  private static final Set<String> SAMPLING = Set.of("temperature", "top_p", "top_k");
  private static final Set<String> MODELS =
      Set.of("claude-opus-5-5", "claude-sonnet-5-5", "claude-fable-5-1", "claude-haiku-5-5");
  private static final JsonAdapter<Object> JSON = new Moshi.Builder().build().adapter(Object.class);

  private final String key;

  RequestRules(String key) {
    this.key = key;
  }

  /** What counting costs nothing to ask: the key is judged as for a message. */
  MockResponse counted(RecordedRequest request) {
    return key.equals(request.getHeaders().get("x-api-key"))
        ? new MockResponse.Builder().code(200).body("{\"input_tokens\":8}").build()
        : refused(401, "authentication_error", "invalid x-api-key").orElseThrow();
  }

  /** The API's refusal; empty if it would answer. */
  Optional<MockResponse> refusal(RecordedRequest request) {
    if (!request.getTarget().equals("/v1/messages") || !request.getMethod().equals("POST")) {
      return refused(404, "not_found_error", "Not Found");
    }
    if (!key.equals(request.getHeaders().get("x-api-key"))) {
      return refused(401, "authentication_error", "invalid x-api-key");
    }
    if (request.getBodySize() > MAX_BODY_BYTES) {
      return refused(413, "request_too_large", "Request exceeds the maximum size");
    }
    Optional<String> why = invalidHeader(request).or(() -> invalidBody(body(request)));
    if (why.isPresent()) {
      return refused(400, "invalid_request_error", why.get());
    }
    String model = String.valueOf(json(body(request)).get("model"));
    return MODELS.contains(model)
        ? Optional.empty()
        : refused(404, "not_found_error", "model: " + model);
  }

  private static Optional<String> invalidHeader(RecordedRequest request) {
    if (!"2023-06-01".equals(request.getHeaders().get("anthropic-version"))) {
      return Optional.of("anthropic-version: header is required");
    }
    String type = Objects.requireNonNullElse(request.getHeaders().get("Content-Type"), "");
    return type.startsWith("application/json") ? Optional.empty() : Optional.of("content-type");
  }

  private static Optional<String> invalidBody(String body) {
    Map<?, ?> ask;
    try {
      ask = json(body);
    } catch (IllegalArgumentException e) {
      return Optional.of("The request body is not valid JSON");
    }
    for (Object field : ask.keySet()) {
      if (SAMPLING.contains(field)) {
        return Optional.of(field + ": not supported by this model");
      }
      if (!FIELDS.contains(field)) {
        return Optional.of(field + ": Extra inputs are not permitted");
      }
    }
    if (!(ask.get("max_tokens") instanceof Double max) || max < 1) {
      return Optional.of("max_tokens: Field required");
    }
    return invalidMessages(ask).or(() -> invalidSystem(ask)).or(() -> invalidFormat(ask));
  }

  private static Optional<String> invalidMessages(Map<?, ?> ask) {
    if (!(ask.get("messages") instanceof List<?> turns) || turns.isEmpty()) {
      return Optional.of("messages: at least one message is required");
    }
    boolean fine =
        turns.getFirst() instanceof Map<?, ?> first
            && "user".equals(first.get("role"))
            && first.get("content") instanceof String content
            && !content.isEmpty();
    return fine ? Optional.empty() : Optional.of("messages.0: user message must have content");
  }

  private static Optional<String> invalidSystem(Map<?, ?> ask) {
    int breakpoints = 0;
    for (Map<?, ?> block : system(ask)) {
      if (!"text".equals(block.get("type")) || String.valueOf(block.get("text")).isEmpty()) {
        return Optional.of("system: text content blocks must be non-empty");
      }
      breakpoints += block.containsKey("cache_control") ? 1 : 0;
    }
    return breakpoints <= MAX_BREAKPOINTS
        ? Optional.empty()
        : Optional.of("A maximum of 4 blocks with cache_control may be provided");
  }

  private static Optional<String> invalidFormat(Map<?, ?> ask) {
    if (!(ask.get("output_config") instanceof Map<?, ?> config)
        || !(config.get("format") instanceof Map<?, ?> format)) {
      return Optional.empty();
    }
    boolean fine =
        "json_schema".equals(format.get("type"))
            && format.get("schema") instanceof Map<?, ?> schema
            && Boolean.FALSE.equals(schema.get("additionalProperties"));
    return fine
        ? Optional.empty()
        : Optional.of("output_config.format: additionalProperties must be false");
  }

  /** Everything up to the last block that asks to be cached. */
  static String cachedPrefix(Map<?, ?> ask) {
    var all = new StringBuilder();
    var cached = new StringBuilder();
    for (Map<?, ?> block : system(ask)) {
      all.append(block.get("text"));
      if (block.containsKey("cache_control")) {
        cached.append(all);
        all.setLength(0);
      }
    }
    return cached.toString();
  }

  static String userTurn(Map<?, ?> ask) {
    return ask.get("messages") instanceof List<?> turns && turns.getLast() instanceof Map<?, ?> turn
        ? String.valueOf(turn.get("content"))
        : "";
  }

  private static List<Map<?, ?>> system(Map<?, ?> ask) {
    return ask.get("system") instanceof List<?> blocks
        ? blocks.stream().<Map<?, ?>>map(Map.class::cast).toList()
        : List.of();
  }

  static String body(RecordedRequest request) {
    @Nullable ByteString body = request.getBody();
    return body == null ? "" : body.utf8();
  }

  static Map<?, ?> json(String body) {
    try {
      if (JSON.fromJson(body) instanceof Map<?, ?> object) {
        return object;
      }
    } catch (IOException | JsonDataException e) {
      throw new IllegalArgumentException("not JSON", e);
    }
    throw new IllegalArgumentException("not an object");
  }

  private static Optional<MockResponse> refused(int status, String type, String message) {
    return Optional.of(FakeAnthropic.problem(status, type, message, "null"));
  }
}
