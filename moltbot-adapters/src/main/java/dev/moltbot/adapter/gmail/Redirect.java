package dev.moltbot.adapter.gmail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.moltbot.hook.ServerBounds;
import dev.moltbot.wire.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The free port of this machine to which Google sends the owner's browser. Takes one answer; what
 * does not carry our state is turned away and changes nothing, because any page can make a browser
 * call here.
 */
final class Redirect implements AutoCloseable {
  /** Longest query looked at, in characters; Google's codes have about 80. */
  private static final int MAX_QUERY_CHARS = 8_192;

  /** How often the waiting looks whether its time is over. */
  private static final long LOOK_MILLIS = 100;

  private static final String PAGE =
      "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Moltbot</title><p>";
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final HttpServer server;
  private final String state;
  private final BlockingQueue<Answer> answers = new ArrayBlockingQueue<>(1);
  private boolean taken;

  /** What Google sent. */
  sealed interface Answer {

    /** A code to trade in, once. */
    record Code(Secret value) implements Answer {}

    /**
     * A no.
     *
     * @param error RFC 6749's word for it, harmless to show
     */
    record Denied(String error) implements Answer {}
  }

  private Redirect(HttpServer server, String state) {
    this.server = server;
    this.state = state;
  }

  /** Opens it; only answers with this state count. */
  static Redirect open(String state) throws IOException {
    var anyPort = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0);
    var redirect = new Redirect(ServerBounds.server(anyPort, 0), state);
    redirect.server.createContext("/", redirect::handle);
    // The server's one thread handles everything, one after the other.
    redirect.server.start();
    return redirect;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** The answer; empty when the time was over first. */
  Optional<Answer> await(BooleanSupplier over) throws InterruptedException {
    while (!over.getAsBoolean()) {
      Answer answer = answers.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      if (answer != null) {
        return Optional.of(answer);
      }
    }
    return Optional.empty();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
      boolean here =
          exchange.getRequestMethod().equals("GET")
              && exchange.getRequestURI().getPath().equals("/");
      if (!here) {
        page(exchange, 404, "There is nothing here.");
      } else if (!ours(query.getOrDefault("state", ""))) {
        page(exchange, 400, "This answers no question of Moltbot's. Nothing was changed.");
      } else {
        accept(exchange, query);
      }
    }
  }

  private void accept(HttpExchange exchange, Map<String, String> query) throws IOException {
    Answer answer = answer(query);
    if (answer == null) {
      page(exchange, 400, "Google's answer makes no sense. Nothing was changed.");
    } else if (taken) {
      page(exchange, 410, "Moltbot has its answer already.");
    } else {
      taken = true;
      // The page first: whoever waits for the answer closes this port when it has it.
      page(exchange, 200, "Moltbot has Google's answer. You may close this page.");
      answers.add(answer);
    }
  }

  private static @Nullable Answer answer(Map<String, String> query) {
    if (query.containsKey("error")) {
      String error = query.getOrDefault("error", "").replaceAll("[^a-z_]", "");
      return new Answer.Denied(error.substring(0, Math.min(error.length(), 40)));
    }
    try {
      return new Answer.Code(Secret.of(query.getOrDefault("code", "")));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private boolean ours(String returned) {
    return MessageDigest.isEqual(
        returned.getBytes(StandardCharsets.UTF_8), state.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> query(@Nullable String raw) {
    var query = new HashMap<String, String>();
    if (raw != null && raw.length() <= MAX_QUERY_CHARS) {
      for (String pair : raw.split("&", -1)) {
        String[] both = pair.split("=", 2);
        query.put(decoded(both[0]), both.length > 1 ? decoded(both[1]) : "");
      }
    }
    return query;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** Nothing on the page may load anything, and no other page learns its address. */
  private static void page(HttpExchange exchange, int status, String words) throws IOException {
    byte[] body = (PAGE + words).getBytes(StandardCharsets.UTF_8);
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "text/html; charset=utf-8");
    headers.set("Content-Security-Policy", "default-src 'none'");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "no-store");
    headers.set("Connection", "close");
    exchange.sendResponseHeaders(status, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
