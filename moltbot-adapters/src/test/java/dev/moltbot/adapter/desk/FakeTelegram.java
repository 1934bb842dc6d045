package dev.moltbot.adapter.desk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.moltbot.botapi.FakeAnswer;
import dev.moltbot.botapi.FakeJson;
import dev.moltbot.botapi.FakeUpdates;
import dev.moltbot.hook.ServerBounds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * The Bot API (10.1) as far as a control bot needs it, on loopback, over real HTTP: updates are
 * given again until a higher offset acknowledges them, polls wait, texts are cleaned and measured,
 * and errors come in Telegram's own words. People write and tap through {@link #people()}; what
 * they see is in {@link #shown}. Speaks JSON and form bodies, so other people's clients work too.
 */
public final class FakeTelegram implements AutoCloseable {
  /** A button as the person sees it, and what it sends, or copies, when tapped. */
  public record ShownButton(String label, String data, boolean copies) {}

  /** A message of the bot as it stands now. */
  public record Shown(
      long id,
      String text,
      List<Map<String, Object>> entities,
      List<ShownButton> buttons,
      int edits) {
    /** The data behind the button whose label begins so. */
    public String data(String label) {
      return buttons.stream()
          .filter(button -> button.label().startsWith(label))
          .findFirst()
          .map(ShownButton::data)
          .orElseThrow(() -> new NoSuchElementException("no button " + label + " on " + id));
    }
  }

  /** One request of the bot, with its parameters decoded. */
  public record Request(String method, Map<String, Object> parameters) {}

  /** What a person sees over the chat after a tap. */
  public record Toast(String query, String text) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final FakeUpdates updates = new FakeUpdates();
  private final FakeMethods methods;
  private final FakePeople people;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Map<String, Queue<FakeFault>> faults = new ConcurrentHashMap<>();
  private volatile String token;

  private FakeTelegram(String token, HttpServer server) {
    this.token = token;
    this.server = server;
    FakeChats chats = new FakeChats();
    this.methods = new FakeMethods(chats, updates);
    this.people = new FakePeople(chats, updates);
  }

  /** Starts on a free port; the bot is known by this token alone. */
  public static FakeTelegram start(String token) {
    try {
      HttpServer server =
          ServerBounds.server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      FakeTelegram fake = new FakeTelegram(token, server);
      server.createContext("/", fake::answer);
      server.setExecutor(fake.threads);
      server.start();
      return fake;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands in for {@code https://api.telegram.org/}. */
  public URI baseUrl() {
    InetSocketAddress address = server.getAddress();
    return URI.create("http://" + address.getHostString() + ":" + address.getPort() + "/");
  }

  /** Everyone who can write to, or act near, the bot. */
  public FakePeople people() {
    return people;
  }

  /** The bot's messages in one chat, oldest first, as they stand now. */
  public List<Shown> shown(long chat) {
    return methods.shown(chat);
  }

  /** The newest message of the bot in this chat. */
  public Shown last(long chat) {
    return shown(chat).getLast();
  }

  public List<Toast> toasts() {
    return methods.toasts();
  }

  /** Every request with the right token, in order of arrival. */
  public List<Request> requests(String method) {
    Predicate<Request> wanted = request -> request.method().equals(method);
    return requests.stream().filter(wanted).toList();
  }

  /** Lets the next call of a method go wrong; several in a row go wrong in this order. */
  public void failNext(String method, FakeFault fault) {
    faults.computeIfAbsent(method, unused -> new ArrayDeque<>()).add(fault);
  }

  /** From now on only this token is accepted. */
  public void changeToken(String newToken) {
    token = newToken;
  }

  public void setWebhook(boolean set) {
    methods.setWebhook(set);
  }

  /** Taps made so far can no longer be answered. */
  public void ageTaps() {
    methods.ageTaps();
  }

  /** Updates handed out but not acknowledged yet, and those still waiting. */
  public int unacknowledged() {
    return updates.size();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String[] path = exchange.getRequestURI().getPath().substring(1).split("/", 2);
      if (path.length < 2 || !path[0].startsWith("bot")) {
        FakeFault.write(exchange, 404, FakeAnswer.no(404, "Not Found").body());
      } else if (!path[0].equals("bot" + token)) {
        FakeFault.write(
            exchange, 401, FakeAnswer.no(401, "Unauthorized: invalid token specified").body());
      } else {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        var parameters = FakeJson.parameters(type == null ? "" : type, body);
        called(exchange, new Request(path[1], parameters));
      }
    }
  }

  private void called(HttpExchange exchange, Request request) throws IOException {
    requests.add(request);
    Queue<FakeFault> planned = faults.get(request.method());
    FakeFault fault = planned == null ? null : planned.poll();
    if (fault != null && !fault.afterwards()) {
      fault.happen(exchange, "");
      return;
    }
    FakeAnswer reply = methods.call(request);
    if (fault != null) {
      fault.happen(exchange, reply.body());
    } else {
      FakeFault.write(exchange, reply.status(), reply.body());
    }
  }
}
