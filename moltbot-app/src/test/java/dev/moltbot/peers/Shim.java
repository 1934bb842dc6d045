package dev.moltbot.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Objects;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A small proxy in front of a peer; passes everything on, and a subclass says what not. */
abstract class Shim implements AutoCloseable {
  private static final MediaType JSON = MediaType.get("application/json");

  private final MockWebServer server = new MockWebServer();
  private final OkHttpClient client = new OkHttpClient();
  private final URI peer;

  Shim(URI peer) {
    this.peer = peer;
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    try {
      server.start(InetAddress.getLoopbackAddress(), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("no loopback port", e);
    }
  }

  abstract MockResponse answer(RecordedRequest request);

  final URI url() {
    return URI.create("http://127.0.0.1:" + server.getPort() + "/");
  }

  @Override
  public void close() {
    server.close();
    client.connectionPool().evictAll();
  }

  /** The peer's answer to this very request, under another path if need be. */
  final MockResponse forwarded(RecordedRequest request, String target) {
    @Nullable ByteString body = request.getBody();
    @Nullable String type = request.getHeaders().get("Content-Type");
    boolean bodiless = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    RequestBody sent =
        bodiless
            ? null
            : RequestBody.create(
                Objects.requireNonNullElse(body, ByteString.EMPTY),
                type == null ? null : MediaType.get(type));
    return exchange(request.getMethod(), target, request.getHeaders(), sent);
  }

  final Json get(String target, Headers headers) {
    return parsed(exchange("GET", target, headers, null));
  }

  final Json post(String target, Json body) {
    RequestBody json = RequestBody.create(body.toString(), JSON);
    return parsed(exchange("POST", target, Headers.of(), json));
  }

  static MockResponse json(Json body) {
    return new MockResponse.Builder()
        .setHeader("Content-Type", "application/json")
        .body(body.toString())
        .build();
  }

  static Json body(RecordedRequest request) {
    @Nullable ByteString body = request.getBody();
    return body == null || body.size() == 0 ? Json.parse("{}") : Json.parse(body.utf8());
  }

  private static Json parsed(MockResponse response) {
    var buffer = new okio.Buffer();
    try {
      Objects.requireNonNull(response.getBody()).writeTo(buffer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Json.parse(buffer.readUtf8());
  }

  private MockResponse exchange(
      String method, String target, Headers headers, @Nullable RequestBody body) {
    var request =
        new Request.Builder()
            .url(peer.resolve("/" + target).toString())
            .headers(headers.newBuilder().removeAll("Host").removeAll("Accept-Encoding").build())
            .method(method, body)
            .build();
    try (Response response = client.newCall(request).execute()) {
      Headers kept =
          response
              .headers()
              .newBuilder()
              .removeAll("Transfer-Encoding")
              .removeAll("Content-Length")
              .removeAll("Content-Encoding")
              .build();
      return new MockResponse.Builder()
          .code(response.code())
          .headers(kept)
          .body(response.body().string())
          .build();
    } catch (IOException e) {
      return new MockResponse.Builder().code(502).body("peer: " + e).build();
    }
  }
}
