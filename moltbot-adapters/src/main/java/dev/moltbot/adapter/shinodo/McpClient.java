package dev.moltbot.adapter.shinodo;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A client of one MCP server, for tools alone: it declares no capability, so the server may ask it
 * for nothing. A session is opened when it is needed, kept, and opened again once when the server
 * has forgotten it.
 *
 * <p>Thread-safe; two calls at once may open two sessions, and one is dropped.
 */
final class McpClient {
  /** Newest first; the first is the one asked for. */
  static final List<String> VERSIONS =
      List.of("2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05");

  /** Most pages of tools read. */
  static final int MAX_PAGES = 20;

  private final McpApi api;
  private final McpExchange exchange;
  private final Moshi moshi;
  private final AtomicLong ids = new AtomicLong();
  private final AtomicReference<@Nullable Session> open = new AtomicReference<>();

  McpClient(McpApi api, String endpoint, Moshi moshi) {
    this.api = api;
    this.exchange = new McpExchange(api, endpoint, moshi);
    this.moshi = moshi;
  }

  /**
   * An opened session.
   *
   * @param headers what every message of it carries
   * @param tools whether the server has any
   */
  private record Session(Map<String, String> headers, boolean tools) {}

  /**
   * Everything the server announces, all pages; nothing where it announces that it has no tools.
   */
  List<McpApi.Announced> tools(Deadline deadline) throws TroubleException {
    return inSession(session -> session.tools() ? pages(session, deadline) : List.of(), deadline);
  }

  McpApi.ToolAnswer call(String tool, Map<String, ?> arguments, Deadline deadline)
      throws TroubleException {
    return inSession(
        session -> {
          Map<String, ?> params = Map.of("name", tool, "arguments", arguments);
          Object result = ask(api::callTool, "tools/call", params, session, deadline).result();
          return read(result, McpApi.ToolAnswer.class);
        },
        deadline);
  }

  private List<McpApi.Announced> pages(Session session, Deadline deadline) throws TroubleException {
    var all = new ArrayList<McpApi.Announced>();
    Map<String, ?> params = Map.of();
    for (int page = 0; page < MAX_PAGES; page++) {
      Object result = ask(api::listTools, "tools/list", params, session, deadline).result();
      McpApi.ToolPage read = read(result, McpApi.ToolPage.class);
      if (read.tools() != null) {
        read.tools().stream().filter(Objects::nonNull).forEach(all::add);
      }
      @Nullable String next = read.nextCursor();
      if (next == null || next.isEmpty()) {
        return all;
      }
      params = Map.of("cursor", next);
    }
    return all;
  }

  private interface Work<T> {
    T in(Session session) throws TroubleException;
  }

  private <T> T inSession(Work<T> work, Deadline deadline) throws TroubleException {
    @Nullable Session kept = open.get();
    if (kept == null) {
      return work.in(opened(deadline));
    }
    try {
      return work.in(kept);
    } catch (TroubleException e) {
      open.compareAndSet(kept, null);
      if (!e.sessionGone()) {
        throw e;
      }
    }
    return work.in(opened(deadline));
  }

  private Session opened(Deadline deadline) throws TroubleException {
    Map<String, ?> params =
        Map.of(
            "protocolVersion",
            VERSIONS.getFirst(),
            "capabilities",
            Map.of(),
            "clientInfo",
            Map.of("name", "moltbot", "version", "1"));
    var none = new Session(Map.of(), false);
    McpExchange.Answer answer = ask(api::initialize, "initialize", params, none, deadline);
    McpApi.Initialized server = read(answer.result(), McpApi.Initialized.class);
    String version = Objects.requireNonNullElse(server.protocolVersion(), "");
    if (!VERSIONS.contains(version)) {
      throw TroubleException.of("it speaks no version of MCP that we do");
    }
    boolean tools = server.capabilities() != null && server.capabilities().tools() != null;
    var session = new Session(headers(version, answer.session()), tools);
    exchange.tell(
        session.headers(), McpApi.Message.notification("notifications/initialized"), deadline);
    open.set(session);
    return session;
  }

  private static Map<String, String> headers(String version, String session)
      throws TroubleException {
    var headers = new LinkedHashMap<String, String>();
    headers.put("MCP-Protocol-Version", version);
    if (!session.isEmpty()) {
      if (!session.chars().allMatch(c -> c > ' ' && c <= '~')) {
        throw TroubleException.of("a session whose name no header may carry");
      }
      headers.put("Mcp-Session-Id", session);
    }
    return headers;
  }

  private McpExchange.Answer ask(
      McpExchange.Request request,
      String method,
      Map<String, ?> params,
      Session session,
      Deadline deadline)
      throws TroubleException {
    McpApi.Message message = McpApi.Message.request(ids.incrementAndGet(), method, params);
    return exchange.ask(request, session.headers(), message, deadline);
  }

  private <T> T read(Object result, Class<T> type) throws TroubleException {
    try {
      @Nullable T read = moshi.adapter(type).fromJsonValue(result);
      if (read != null) {
        return read;
      }
    } catch (JsonDataException e) {
      // The same as nothing at all.
    }
    throw TroubleException.of("a result that makes no sense");
  }
}
