package dev.moltbot.adapter.viber;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import dev.moltbot.fake.FakeService;
import dev.moltbot.fake.Reply;
import dev.moltbot.fake.Request;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Viber on loopback, as far as we use it, written from the facts: one bot, its subscribers, and a
 * webhook that is tested when it is set. Says no inside of a success. Thread-safe.
 */
final class FakeViber implements AutoCloseable {
  static final String BOT = "olena-viber";
  static final String TOKEN = "445da6az1s345z78-dazcczb2542zv51a-e0vc5fva17480im9";

  private static final String SEND = "/pa/send_message";
  private static final int MAX_JSON_BYTES = 30_720;
  private static final int MAX_TEXT_CHARS = 7_000;
  private static final int MAX_NAME_CHARS = 28;

  final FakeCalling calling;
  private final FakeService service = new FakeService(this::answer);
  private final Set<String> subscribers = ConcurrentHashMap.newKeySet();
  private final List<Taken> sent = new CopyOnWriteArrayList<>();
  private final JsonAdapter<ViberApi.Outgoing> outgoing = adapter(ViberApi.Outgoing.class);
  private final JsonAdapter<ViberApi.Webhook> webhooks = adapter(ViberApi.Webhook.class);
  private final JsonAdapter<ViberApi.Account> accounts = adapter(ViberApi.Account.class);
  private volatile String token = TOKEN;
  private volatile String uri = BOT;
  private volatile @Nullable List<String> events;

  /** A message that was taken. */
  record Taken(String receiver, String text, String name) {}

  FakeViber() {
    calling = new FakeCalling(TOKEN);
  }

  /** Where the API is. */
  URI url() {
    return service.url().resolve("/pa/");
  }

  /** Someone opens the bot's chat and writes. */
  void subscribes(String person) {
    subscribers.add(person);
  }

  void unsubscribes(String person) {
    subscribers.remove(person);
  }

  /** The owner makes a new token; the old one is of no use from now on. */
  void revokes() {
    token = "another-" + TOKEN;
  }

  void restores() {
    token = TOKEN;
  }

  /** The token is another bot's. */
  void belongsTo(String other) {
    uri = other;
  }

  /** Somebody with the token sets another webhook. */
  void moves(@Nullable URI elsewhere, String... wanted) {
    calling.callsAt(elsewhere);
    events = List.of(wanted);
  }

  @Nullable URI webhook() {
    return calling.at();
  }

  /** What was sent through it, in order. */
  List<Taken> sent() {
    return List.copyOf(sent);
  }

  /** Paths of all requests, in order. */
  List<String> requests() {
    return service.requests().stream().map(Request::path).toList();
  }

  List<Request> requestsInFull() {
    return service.requests();
  }

  void nextSendAsUsual() {
    service.nextAsUsual(to(SEND));
  }

  /** The next send is turned away with this answer. */
  void nextSendFails(Reply reply) {
    service.next(to(SEND), reply);
  }

  /** The next send is carried out, and answered with this. */
  void nextSendAnswers(Reply reply) {
    service.nextCarriedOut(to(SEND), reply);
  }

  /** The next request of this method is answered with this. */
  void next(String method, Reply reply) {
    service.next(to("/pa/" + method), reply);
  }

  /** As Viber says no. */
  static Reply no(int status, String message) {
    return Reply.ok("{\"status\":%d,\"status_message\":\"%s\"}".formatted(status, message));
  }

  @Override
  public void close() {
    calling.close();
    service.close();
  }

  private static Predicate<Request> to(String path) {
    return request -> request.path().equals(path);
  }

  private Reply answer(Request request) {
    if (!request.method().equals("POST")) {
      return Reply.json(405, "");
    }
    if (!request.header("x-viber-auth-token").equals(token)) {
      return no(2, "invalidAuthToken");
    }
    return switch (request.path()) {
      case SEND -> with(request, outgoing, this::send);
      case "/pa/set_webhook" -> with(request, webhooks, this::setWebhook);
      case "/pa/get_account_info" -> Reply.ok(accounts.toJson(account()));
      default -> Reply.json(404, "");
    };
  }

  private ViberApi.Account account() {
    URI at = calling.at();
    return new ViberApi.Account(
        0, uri, at == null ? "" : at.toString(), events, (long) subscribers.size());
  }

  private static <T> Reply with(
      Request request, JsonAdapter<T> adapter, Function<T, Reply> answer) {
    if (request.body().getBytes(StandardCharsets.UTF_8).length > MAX_JSON_BYTES) {
      return no(3, "badData");
    }
    try {
      T body = adapter.fromJson(request.body());
      return body == null ? no(4, "missingData") : answer.apply(body);
    } catch (IOException | JsonDataException e) {
      return no(3, "badData");
    }
  }

  private Reply send(ViberApi.Outgoing message) {
    ViberApi.Author author = message.sender();
    String name = author == null ? null : author.name();
    String text = message.text();
    String to = message.receiver();
    if (name == null || text == null || to == null || !"text".equals(message.type())) {
      return no(4, "missingData");
    }
    if (text.length() > MAX_TEXT_CHARS || name.length() > MAX_NAME_CHARS) {
      return no(3, "badData");
    }
    if (calling.at() == null) {
      return no(10, "webhookNotSet");
    }
    return subscribers.contains(to)
        ? taken(new Taken(to, text, name))
        : no(6, "receiverNotSubscribed");
  }

  private Reply taken(Taken message) {
    sent.add(message);
    return Reply.ok(
        "{\"status\":0,\"status_message\":\"ok\",\"message_token\":%s,\"chat_hostname\":\"SN-1_\"}"
            .formatted(calling.nextToken()));
  }

  /** Sets nothing that does not answer. */
  private Reply setWebhook(ViberApi.Webhook webhook) {
    String url = webhook.url();
    if (url == null) {
      return no(4, "missingData");
    }
    if (!calling.test(URI.create(url))) {
      return no(1, "invalidUrl");
    }
    events = webhook.eventTypes();
    calling.names(webhook.sendName());
    calling.callsAt(URI.create(url));
    return Reply.ok("{\"status\":0,\"status_message\":\"ok\",\"event_types\":[\"failed\"]}");
  }

  private static <T> JsonAdapter<T> adapter(Class<T> type) {
    return new Moshi.Builder().build().adapter(type);
  }
}
