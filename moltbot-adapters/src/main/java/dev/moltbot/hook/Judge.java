package dev.moltbot.hook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.moltbot.state.Spool;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges one call after the other. Says a number and nothing else to whoever is refused. */
final class Judge implements HttpHandler {
  private static final int OK = 200;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int TOO_LARGE = 413;
  private static final int WRONG_TYPE = 415;
  private static final int TRY_AGAIN = 503;
  private static final String JSON = "application/json";

  private final Hook hook;
  private final Spool spool;
  private final Counters counters;

  Judge(Hook hook, Spool spool, Counters counters) {
    this.hook = hook;
    this.spool = spool;
    this.counters = counters;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!hook.path().equals(exchange.getRequestURI().getRawPath())) {
        answer(exchange, NOT_FOUND);
        return;
      }
      switch (exchange.getRequestMethod()) {
        case "POST" -> answer(exchange, received(exchange));
        case "GET" -> handshake(exchange);
        default -> answer(exchange, METHOD_NOT_ALLOWED);
      }
    }
  }

  private int received(HttpExchange exchange) throws IOException {
    if (!isJson(exchange.getRequestHeaders().getFirst("Content-Type"))) {
      return WRONG_TYPE;
    }
    Optional<byte[]> body = body(exchange.getRequestBody());
    if (body.isEmpty()) {
      return TOO_LARGE;
    }
    List<String> signed =
        exchange.getRequestHeaders().getOrDefault(hook.signature().header(), List.of());
    if (!hook.signature().covers(body.get(), signed)) {
      counters.wrong();
      return FORBIDDEN;
    }
    return kept(new String(body.get(), StandardCharsets.UTF_8));
  }

  /** Only what is on the disk is acknowledged. */
  private int kept(String body) {
    try {
      spool.put(body);
      counters.kept();
      return OK;
    } catch (IOException e) {
      counters.turnedAway(e);
      return TRY_AGAIN;
    }
  }

  /** The body; empty when it is too long. */
  private Optional<byte[]> body(InputStream in) throws IOException {
    byte[] body = in.readNBytes(hook.limits().bodyBytes() + 1);
    if (body.length <= hook.limits().bodyBytes()) {
      return Optional.of(body);
    }
    discard(in);
    return Optional.empty();
  }

  /** Hanging up on someone who still writes takes the answer from them. */
  private void discard(InputStream in) throws IOException {
    byte[] dropped = new byte[1 << 13];
    int left = hook.limits().discardedBytes();
    while (left > 0) {
      int read = in.read(dropped);
      if (read < 0) {
        return;
      }
      left -= read;
    }
  }

  private void handshake(HttpExchange exchange) throws IOException {
    Optional<String> words =
        hook.handshake().answer(parameters(exchange.getRequestURI().getRawQuery()));
    if (words.isEmpty()) {
      answer(exchange, FORBIDDEN);
      return;
    }
    byte[] bytes = words.get().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.sendResponseHeaders(OK, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
  }

  private static boolean isJson(@Nullable String type) {
    return type != null && type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(JSON);
  }

  private static Map<String, String> parameters(@Nullable String query) {
    var parameters = new HashMap<String, String>();
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      String[] both = pair.split("=", 2);
      parameters.putIfAbsent(decoded(both[0]), both.length > 1 ? decoded(both[1]) : "");
    }
    return Map.copyOf(parameters);
  }

  /** Malformed escapes never come here: the server answers them with 400. */
  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
