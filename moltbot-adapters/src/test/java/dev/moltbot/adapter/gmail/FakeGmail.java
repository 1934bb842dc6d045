package dev.moltbot.adapter.gmail;

import dev.moltbot.wire.PromptSockets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;

/**
 * Gmail and Google's token endpoint on loopback, as far as we use them, written from the facts:
 * scopes are enforced, tokens expire, history ids exceed a signed long and are forgotten. Answers
 * that were scripted come first, one per request of their kind.
 */
public final class FakeGmail implements AutoCloseable {
  public final FakeTokens tokens = new FakeTokens();
  public final FakeMailbox mailbox = new FakeMailbox();

  private final MockWebServer server = new MockWebServer();
  private final Queue<MockResponse> reads = new ConcurrentLinkedQueue<>();
  private final Queue<MockResponse> rawReads = new ConcurrentLinkedQueue<>();
  private final Queue<Sending> sendings = new ConcurrentLinkedQueue<>();
  private final AtomicLong lasts = new AtomicLong(Long.MAX_VALUE);
  private final List<String> requests = new CopyOnWriteArrayList<>();

  /**
   * What happens to a send.
   *
   * @param stores whether the mail ends up in the mailbox
   * @param answer null for the usual one
   */
  record Sending(boolean stores, @org.jspecify.annotations.Nullable MockResponse answer) {}

  /** Starts on a free loopback port. */
  public FakeGmail() {
    server.setDispatcher(new Dispatching());
    server.setServerSocketFactory(new PromptSockets());
    try {
      server.start(InetAddress.getLoopbackAddress(), 0);
    } catch (IOException e) {
      throw new IllegalStateException("no loopback port", e);
    }
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getPort() + "/");
  }

  /** The next reading request of any kind gets this answer. */
  public void nextRead(MockResponse answer) {
    reads.add(answer);
  }

  /** The next request for a message's bytes gets this answer. */
  public void nextRawRead(MockResponse answer) {
    rawReads.add(answer);
  }

  /** The next send is carried out, and never answered. */
  public void holdNextSend() {
    nextSend(new Sending(true, silence()));
  }

  static MockResponse silence() {
    return new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build();
  }

  void nextSend(Sending sending) {
    sendings.add(sending);
  }

  /** Method and path of every request to Gmail, in order. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** Answers so many requests more, and then the owner withdraws the authorisation. */
  public void revokesAfter(int requests) {
    lasts.set(requests);
  }

  @Override
  public void close() {
    server.close();
  }

  static MockResponse json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json; charset=UTF-8")
        .body(body)
        .build();
  }

  /** Google's envelope of a refusal. */
  static MockResponse refusal(int status, String reason) {
    return json(
        status,
        """
        {"error":{"code":%d,"message":"no","errors":[{"message":"no","domain":"global",\
        "reason":"%s"}],"status":"NO"}}\
        """
            .formatted(status, reason));
  }

  static MockResponse throttled(String retryAfter) {
    return refusal(429, "rateLimitExceeded")
        .newBuilder()
        .addHeader("Retry-After", retryAfter)
        .build();
  }

  private final class Dispatching extends Dispatcher {
    @Override
    public MockResponse dispatch(RecordedRequest request) {
      HttpUrl url = request.getUrl();
      if (url.encodedPath().equals("/token")) {
        return tokens.answer(request);
      }
      if (lasts.getAndDecrement() == 0) {
        tokens.revoke();
      }
      requests.add(request.getMethod() + " " + url.encodedPath());
      boolean sending = url.encodedPath().endsWith("/messages/send");
      String lacking = tokens.lacking(request, sending);
      if (!lacking.isEmpty()) {
        return refusal(lacking.equals("token") ? 401 : 403, lacking);
      }
      return sending ? send(request) : read(url);
    }

    private MockResponse read(HttpUrl url) {
      MockResponse scripted = reads.poll();
      if (scripted == null && "raw".equals(url.queryParameter("format"))) {
        scripted = rawReads.poll();
      }
      return scripted == null ? mailbox.answer(url) : scripted;
    }

    private MockResponse send(RecordedRequest request) {
      Sending sending = sendings.poll();
      String body = request.getBody() == null ? "" : request.getBody().utf8();
      String answer = sending == null || sending.stores() ? mailbox.accept(body) : "";
      return sending == null || sending.answer() == null ? json(200, answer) : sending.answer();
    }
  }
}
