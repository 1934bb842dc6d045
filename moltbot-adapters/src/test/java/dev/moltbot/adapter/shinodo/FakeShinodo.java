package dev.moltbot.adapter.shinodo;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.moltbot.fake.FakeService;
import dev.moltbot.fake.Reply;
import dev.moltbot.fake.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Shinodo as the specifications of MCP 2025-11-25 and A2A 1.0 have it: checks headers, sessions and
 * shapes as a server does, and announces its tools on two pages. What it answers is set by tests.
 */
public final class FakeShinodo implements AutoCloseable {
  static final JsonAdapter<Object> ANY = new Moshi.Builder().build().adapter(Object.class);

  private static final String ENDPOINT = "/mcp";
  private static final String AGENT = "/agent/a2a";

  final FakeService service = new FakeService(this::answer);

  /** The version it settles on, whatever is asked for. */
  volatile String version = "2025-11-25";

  /** Whether answers come as a stream of events. */
  volatile boolean streams;

  /** What a called tool says, by name; its result as JSON, with the arguments put in for %s. */
  final Map<String, String> tools = new ConcurrentHashMap<>();

  /** The tools that say they are read-only. */
  final Set<String> readOnly = ConcurrentHashMap.newKeySet();

  /** What the agent says next; the last one stays. */
  final List<String> agentSays = new CopyOnWriteArrayList<>();

  /** What the card says about where the agent is; %s is the base address. */
  public volatile String agentAddress = "%sagent/a2a";

  private final Set<String> sessions = ConcurrentHashMap.newKeySet();
  private final AtomicInteger opened = new AtomicInteger();

  /** Starts it on a free loopback port. */
  public FakeShinodo() {
    tools.put("today", text("Tuesday"));
    tools.put("notes", text("asked with %s"));
    tools.put("wipe", text("everything is gone"));
    readOnly.addAll(List.of("today", "notes"));
    agentSays.add(task("TASK_STATE_COMPLETED", "At six."));
  }

  public URI url() {
    return service.url();
  }

  /** Forgets every session, as a server does that was started again. */
  void restart() {
    sessions.clear();
  }

  int opened() {
    return opened.get();
  }

  /** The JSON-RPC methods it was asked for, in order. */
  List<String> methods() {
    return service.requests().stream()
        .filter(request -> request.method().equals("POST"))
        .map(request -> String.valueOf(object(request.body()).get("method")))
        .toList();
  }

  static boolean is(Request request, String method) {
    return request.method().equals("POST") && method.equals(object(request.body()).get("method"));
  }

  static String text(String words) {
    return "{\"content\":[{\"type\":\"text\",\"text\":" + ANY.toJson(words) + "}]}";
  }

  static String task(String state, String words) {
    return """
    {"id":"task-1","contextId":"c","status":{"state":"%s","message":{"messageId":"m","role":"ROLE_AGENT",
     "parts":[{"text":"a status"}]}},"artifacts":[{"artifactId":"a","parts":[{"text":%s},{"url":"http://x"}]}]}
    """
        .formatted(state, ANY.toJson(words));
  }

  static Map<?, ?> object(String json) {
    try {
      return ANY.fromJson(json) instanceof Map<?, ?> object ? object : Map.of();
    } catch (IOException e) {
      throw new UncheckedIOException(json, e);
    }
  }

  @Override
  public void close() {
    service.close();
  }

  private Reply answer(Request request) {
    return switch (request.path()) {
      case ENDPOINT -> mcp(request);
      case AGENT -> agent(request);
      case "/.well-known/agent-card.json" -> Reply.ok(card());
      default -> Reply.json(404, "{}");
    };
  }

  private Reply mcp(Request request) {
    String accept = request.header("accept");
    if (!request.method().equals("POST")) {
      return Reply.json(405, "{}");
    }
    if (!accept.contains("application/json") || !accept.contains("text/event-stream")) {
      return Reply.json(406, "{}");
    }
    Map<?, ?> message = object(request.body());
    if (Objects.equals(message.get("method"), "initialize")) {
      return initialize(message);
    }
    if (!sessions.contains(request.header("mcp-session-id"))) {
      return Reply.json(404, "{}");
    }
    if (!request.header("mcp-protocol-version").equals(version)) {
      return Reply.json(400, "{}");
    }
    if (message.get("id") == null || message.get("method") == null) {
      return Reply.json(202, "");
    }
    return switch (String.valueOf(message.get("method"))) {
      case "tools/list" -> result(message, page(params(message).get("cursor") == null));
      case "tools/call" -> call(message);
      default -> Reply.ok("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32601}}");
    };
  }

  private Reply initialize(Map<?, ?> message) {
    String session = "session-" + opened.incrementAndGet();
    sessions.add(session);
    String result =
        "{\"protocolVersion\":\"%s\",\"capabilities\":{\"tools\":{}},\"serverInfo\":{}}"
            .formatted(version);
    return result(message, result).with("Mcp-Session-Id", session);
  }

  /** Read-only tools first, the others behind a cursor. */
  private String page(boolean first) {
    var announced = new ArrayList<Map<String, Object>>();
    for (String name : tools.keySet()) {
      if (readOnly.contains(name) == first) {
        var hint = Map.of("readOnlyHint", readOnly.contains(name));
        announced.add(Map.of("name", name, "inputSchema", Map.of(), "annotations", hint));
      }
    }
    var page = new LinkedHashMap<String, Object>(Map.of("tools", announced));
    if (first) {
      page.put("nextCursor", "2");
    }
    return ANY.toJson(page);
  }

  private Reply call(Map<?, ?> message) {
    @Nullable String said = tools.get(String.valueOf(params(message).get("name")));
    String arguments = ANY.toJson(params(message).get("arguments"));
    String inText = ANY.toJson(arguments);
    return said == null
        ? Reply.ok("{\"jsonrpc\":\"2.0\",\"id\":" + id(message) + ",\"error\":{\"code\":-32602}}")
        : result(message, said.replace("%s", inText.substring(1, inText.length() - 1)));
  }

  private Reply result(Map<?, ?> message, String result) {
    String json = "{\"jsonrpc\":\"2.0\",\"id\":" + id(message) + ",\"result\":" + result + "}";
    return streams
        ? events(
            ": hello\n\n"
                + "data: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\",\"params\":{}}\n\n"
                + "event: message\ndata: "
                + json.strip().replace("\n", "\ndata: ")
                + "\n\n")
        : Reply.ok(json);
  }

  static Reply events(String stream) {
    return new Reply(200, Map.of("Content-Type", "text/event-stream"), stream, Reply.Manner.WHOLE);
  }

  private Reply agent(Request request) {
    Map<?, ?> message = object(request.body());
    if (!request.header("a2a-version").equals("1.0")) {
      return Reply.ok("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32009}}");
    }
    String said = agentSays.size() > 1 ? agentSays.removeFirst() : agentSays.getFirst();
    boolean sent = Objects.equals(message.get("method"), "SendMessage");
    return Reply.ok(
        "{\"jsonrpc\":\"2.0\",\"id\":"
            + id(message)
            + ",\"result\":"
            + (sent ? "{\"task\":" + said + "}" : said)
            + "}");
  }

  private String card() {
    var address = agentAddress.formatted(url());
    return ANY.toJson(
        Map.of(
            "name",
            "Shinodo",
            "supportedInterfaces",
            List.of(
                Map.of("url", address, "protocolBinding", "HTTP+JSON", "protocolVersion", "1.0"),
                Map.of("url", address, "protocolBinding", "JSONRPC", "protocolVersion", "0.3"),
                Map.of("url", address, "protocolBinding", "JSONRPC", "protocolVersion", "1.0"))));
  }

  private static Map<?, ?> params(Map<?, ?> message) {
    return message.get("params") instanceof Map<?, ?> params ? params : Map.of();
  }

  private static String id(Map<?, ?> message) {
    return message.get("id") instanceof Number number ? String.valueOf(number.longValue()) : "null";
  }
}
