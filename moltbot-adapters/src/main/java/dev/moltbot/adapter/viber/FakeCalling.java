package dev.moltbot.adapter.viber;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.moltbot.fake.Caller;
import dev.moltbot.hook.Signature;
import dev.moltbot.wire.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The side of Viber that calls: signs with the token, brings again what was not answered with 200,
 * repeats itself, and keeps no order. Thread-safe.
 */
final class FakeCalling implements AutoCloseable {
  static final String HEADER = "X-Viber-Content-Signature";

  /** How often one body is brought; Viber goes on for about an hour. */
  private static final int MAX_TRIES = 1_000;

  /** Viber waits longer between two tries, and nobody waits for Viber in a demo. */
  private static final long BETWEEN_TRIES_MILLIS = 20;

  private static final JsonAdapter<String> QUOTED =
      new Moshi.Builder().build().adapter(String.class);

  private final Signature signature;
  private final List<String> brought = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Beyond what a double can tell apart. */
  private final AtomicLong lastToken = new AtomicLong(4_912_661_846_655_238_145L);

  private volatile @Nullable URI at;
  private volatile boolean names;

  FakeCalling(String token) {
    signature = Signature.hex(HEADER, "", Secret.of(token));
  }

  @Nullable URI at() {
    return at;
  }

  void callsAt(@Nullable URI address) {
    at = address;
  }

  /** Whether callbacks carry names; they do where the webhook asked for it. */
  void names(boolean wanted) {
    names = wanted;
  }

  String nextToken() {
    return Long.toString(lastToken.incrementAndGet());
  }

  /** The call that is made before an address is set. */
  boolean test(URI address) {
    String body =
        "{\"event\":\"webhook\",\"timestamp\":1767268800000,\"message_token\":%s}"
            .formatted(nextToken());
    return post(address, body, sign(body)) == 200;
  }

  /** A text message, as it is delivered. */
  String text(String person, String name, String text, Instant at) {
    return message(person, name, "\"type\":\"text\",\"text\":" + QUOTED.toJson(text), at);
  }

  /** A message whose content is given as it stands there. */
  String message(String person, String name, String content, Instant at) {
    String named = names ? ",\"name\":" + QUOTED.toJson(name) : "";
    return """
    {"event":"message","timestamp":%d,"chat_hostname":"SN-CHAT-05_","message_token":%s,\
    "sender":{"id":%s%s,"language":"uk","country":"UA","api_version":10},\
    "message":{%s},"silent":false}\
    """
        .formatted(at.toEpochMilli(), nextToken(), QUOTED.toJson(person), named, content);
  }

  /** Brings it once; the status it got, 0 without an answer or a webhook. */
  int brings(String body) {
    brought.add(body);
    return brings(body, sign(body));
  }

  /** Brings it with this signature. */
  int brings(String body, String sign) {
    URI address = at;
    return address == null ? 0 : post(address, body, sign);
  }

  /** Writes it once there is a webhook, which says how, and brings it until it is taken. */
  void bringsUntilTaken(Supplier<String> body) {
    threads.execute(() -> insist(body));
  }

  /** Everything again, the newest first. */
  void repeatsItself() {
    for (String body : brought.reversed()) {
      brings(body, sign(body));
    }
  }

  String sign(String body) {
    return signature.of(body.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void insist(Supplier<String> message) {
    try {
      for (int tries = 0; tries < MAX_TRIES && at == null; tries++) {
        Thread.sleep(BETWEEN_TRIES_MILLIS);
      }
      String body = message.get();
      for (int tries = 0; tries < MAX_TRIES && brings(body, sign(body)) != 200; tries++) {
        Thread.sleep(BETWEEN_TRIES_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int post(URI address, String body, String sign) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return Caller.post(address, Map.of(HEADER, sign), bytes).status();
  }
}
