package dev.moltbot.adapter.claude;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * Anthropic's Messages API on loopback, as far as we use it, and as strict: a request the real one
 * would refuse is refused here with the real envelope. Says what it was told to say, in order, and
 * then what its standing answer makes of the user turn. Counts a cached prefix as the real one
 * does.
 */
public final class FakeAnthropic implements AutoCloseable {
  private static final int CHARS_PER_TOKEN = 4;
  private static final JsonAdapter<Object> JSON = new Moshi.Builder().build().adapter(Object.class);

  private final MockWebServer server = new MockWebServer();
  private final RequestRules rules;
  private final Queue<MockResponse> scripted = new ConcurrentLinkedQueue<>();
  private final List<String> accepted = new CopyOnWriteArrayList<>();
  private final Set<String> cachedPrefixes = new HashSet<>();
  private final AtomicInteger requests = new AtomicInteger();
  private volatile UnaryOperator<String> standing =
      userTurn ->
          answer("needs_reply", "Somebody asks something.", "Thank you, I will look at it.");

  /** Starts on a free loopback port; only this key is accepted. */
  public FakeAnthropic(String key) {
    this.rules = new RequestRules(key);
    server.setDispatcher(new Dispatching());
    try {
      server.start(InetAddress.getLoopbackAddress(), 0);
    } catch (IOException e) {
      throw new IllegalStateException("no loopback port", e);
    }
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getPort() + "/");
  }

  /** Bodies of all requests accepted so far, in order. */
  public List<String> accepted() {
    return List.copyOf(accepted);
  }

  /** Requests of any kind so far, refused ones included. */
  public int requests() {
    return requests.get();
  }

  /** The next accepted request is answered with this text. */
  public FakeAnthropic says(String text) {
    return says(text, "end_turn");
  }

  public FakeAnthropic says(String text, String stopReason) {
    return responds(
        new MockResponse.Builder()
            .code(200)
            .body(message("claude-opus-5-5", text, stopReason, 0, 0))
            .build());
  }

  /** The next accepted request fails with Anthropic's envelope. */
  public FakeAnthropic fails(int status, String type, String message) {
    return responds(problem(status, type, message, "{}"));
  }

  /** The next accepted request gets this response, whatever it is. */
  public FakeAnthropic responds(MockResponse response) {
    scripted.add(response);
    return this;
  }

  /** Answers every request that nothing was scripted for, from the text of its user turn. */
  public FakeAnthropic always(UnaryOperator<String> answer) {
    standing = answer;
    return this;
  }

  @Override
  public void close() {
    server.close();
  }

  /** An answer of the agreed form. */
  public static String answer(String category, String summary, String reply) {
    return JSON.toJson(
        Map.of(
            "category",
            category,
            "suspicious",
            false,
            "summary",
            summary,
            "language",
            "en",
            "reply",
            reply,
            "notes",
            ""));
  }

  static MockResponse problem(int status, String type, String message, String detailsJson) {
    String body =
        "{\"type\":\"error\",\"error\":{\"type\":%s,\"message\":%s,\"details\":%s},\"request_id\":\"req_1\"}"
            .formatted(JSON.toJson(type), JSON.toJson(message), detailsJson);
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", "application/json")
        .setHeader("request-id", "req_1")
        .body(body)
        .build();
  }

  static String message(String model, String text, String stopReason, int written, int read) {
    return """
    {"id":"msg_01","type":"message","role":"assistant","model":%s,
     "content":[{"type":"text","text":%s,"citations":null}],
     "stop_reason":%s,"stop_sequence":null,"stop_details":null,"container":null,
     "usage":{"input_tokens":100,"output_tokens":%d,
      "cache_creation_input_tokens":%d,"cache_read_input_tokens":%d,
      "cache_creation":{"ephemeral_5m_input_tokens":%d,"ephemeral_1h_input_tokens":0},
      "output_tokens_details":null,"server_tool_use":null,
      "service_tier":"standard","inference_geo":"not_available"}}
    """
        .formatted(
            JSON.toJson(model),
            JSON.toJson(text),
            JSON.toJson(stopReason),
            text.length() / CHARS_PER_TOKEN + 1,
            written,
            read,
            written);
  }

  private final class Dispatching extends Dispatcher {
    @Override
    public MockResponse dispatch(RecordedRequest request) {
      int number = requests.incrementAndGet();
      if (request.getTarget().equals("/v1/messages/count_tokens")) {
        return rules.counted(request);
      }
      return rules
          .refusal(request)
          .orElseGet(() -> answered(RequestRules.body(request)))
          .newBuilder()
          .setHeader("request-id", "req_%06d".formatted(number))
          .build();
    }

    private MockResponse answered(String body) {
      accepted.add(body);
      MockResponse next = scripted.poll();
      return next != null ? next : standing(RequestRules.json(body));
    }

    private synchronized MockResponse standing(Map<?, ?> ask) {
      String prefix = RequestRules.cachedPrefix(ask);
      int tokens = prefix.length() / CHARS_PER_TOKEN;
      boolean known = !cachedPrefixes.add(prefix);
      String text = standing.apply(RequestRules.userTurn(ask));
      return new MockResponse.Builder()
          .setHeader("Content-Type", "application/json")
          .body(
              message(
                  String.valueOf(ask.get("model")),
                  text,
                  "end_turn",
                  known ? 0 : tokens,
                  known ? tokens : 0))
          .build();
    }
  }
}
