package dev.moltbot.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a real server that misbehaves: nothing is sent twice, carried away, or read for ever. */
class HttpClientsTest {
  private static final long MAX_BYTES = 100_000;
  private static final String TOKEN = "canary-4711";
  private static final HttpLimits LIMITS =
      HttpLimits.DEFAULT.waiting(Duration.ofMillis(1_500)).reading(MAX_BYTES);

  private final MockWebServer server = new MockWebServer();
  private final List<ApiCalls.Call> recorded = new ArrayList<>();
  private final HttpClients clients = new HttpClients(recorded::add, System::nanoTime);
  private OkHttpClient client = new OkHttpClient();

  @BeforeEach
  void start() throws IOException {
    server.start(InetAddress.getLoopbackAddress(), 0);
    client = clients.client("test", LIMITS, server.url("/").uri());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** On a warm connection, because that is where OkHttp re-sends unasked. */
  @Test
  void sendsOnceWhenTheConnectionDiesAfterTheRequest() throws IOException {
    server.enqueue(ok("warm").build());
    server.enqueue(ok("").onResponseStart(new SocketEffect.CloseSocket()).build());
    server.enqueue(ok("a second time").build());
    post(client);
    assertThat(failureOf(client)).isInstanceOf(Failure.Unknown.class);
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  /** The same server and OkHttp's own default: shows that the test above can fail. */
  @Test
  void okHttpByDefaultSendsTwice() throws IOException {
    server.enqueue(ok("warm").build());
    server.enqueue(ok("").onResponseStart(new SocketEffect.CloseSocket()).build());
    server.enqueue(ok("a second time").build());
    OkHttpClient careless = new OkHttpClient();
    post(careless);
    assertThat(post(careless)).isEqualTo("a second time");
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  /** OkHttp obeys "503, retry after 0" even with its retries off. */
  @ParameterizedTest
  @CsvSource({"503, 0", "503, 1", "408, 0", "429, 0", "421, 0"})
  void sendsOnceWhenInvitedToRepeat(int status, String retryAfter) throws IOException {
    server.enqueue(ok("").code(status).setHeader("Retry-After", retryAfter).build());
    server.enqueue(ok("a second time").build());
    try (Response response = client.newCall(request()).execute()) {
      assertThat(response.code()).isEqualTo(status);
    }
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"301", "302", "303", "307", "308"})
  void carriesNoCredentialToAnotherHost(int status) throws IOException {
    try (var stranger = new MockWebServer()) {
      stranger.start(InetAddress.getByName("127.0.0.2"), 0);
      String elsewhere = "http://127.0.0.2:" + stranger.getPort() + "/";
      server.enqueue(ok("").code(status).setHeader("Location", elsewhere).build());
      try (Response response = client.newCall(request()).execute()) {
        assertThat(Failure.answered(response.code())).isEqualTo(new Failure.AnsweredNo(status));
      }
      assertThat(stranger.getRequestCount()).isZero();
    }
  }

  @Test
  void stopsReadingAtTheLimit() throws IOException {
    server.enqueue(ok("x".repeat((int) MAX_BYTES)).build());
    server.enqueue(ok("x".repeat((int) MAX_BYTES + 1)).build());
    assertThat(post(client)).hasSize((int) MAX_BYTES);
    assertThatThrownBy(() -> post(client)).hasMessage("answer is over 100000 bytes");
  }

  @Test
  void stopsAGzipBombAtTheLimit() throws IOException {
    var bomb = new Buffer();
    try (var gzip = Okio.buffer(new GzipSink(bomb))) {
      gzip.write(new byte[64 << 20]);
    }
    assertThat(bomb.size()).isLessThan(MAX_BYTES);
    server.enqueue(
        new MockResponse.Builder().setHeader("Content-Encoding", "gzip").body(bomb).build());
    assertThatThrownBy(() -> post(client)).hasMessage("answer is over 100000 bytes");
  }

  @Test
  void cutsAServerThatDripsOneByteAtATime() {
    server.enqueue(ok("x".repeat(1000)).throttleBody(1, 100, TimeUnit.MILLISECONDS).build());
    assertThat(failureOf(client)).isInstanceOf(Failure.Unknown.class);
  }

  @Test
  void takesHalfABodyForNoAnswer() {
    server.enqueue(ok("x".repeat(5000)).onResponseBody(new SocketEffect.CloseSocket()).build());
    assertThat(failureOf(client)).isInstanceOf(Failure.Unknown.class);
    assertThat(recorded).extracting(ApiCalls.Call::status).containsExactly(200);
  }

  @Test
  void knowsThatARefusedConnectionSentNothing() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    URI closed = URI.create("http://127.0.0.1:" + port + "/bot" + TOKEN);
    assertThat(failureOf(clients.client("test", LIMITS, closed), closed.toString()))
        .isInstanceOf(Failure.NeverLeft.class);
    assertThat(recorded).extracting(ApiCalls.Call::status).containsExactly(0);
  }

  @Test
  void knowsThatAnUnknownHostAndABrokenHandshakeSentNothing() {
    assertThat(failureOf(client, "http://nowhere.invalid/bot" + TOKEN))
        .isInstanceOf(Failure.NeverLeft.class);
    server.enqueue(ok("not TLS").build());
    assertThat(failureOf(client, "https://127.0.0.1:" + server.getPort() + "/bot" + TOKEN))
        .isInstanceOf(Failure.NeverLeft.class);
  }

  @Test
  void recordsACallWithoutItsAddress() throws IOException {
    server.enqueue(ok("fine").build());
    post(client);
    assertThat(recorded.toString()).doesNotContain(TOKEN).doesNotContain("127.0.0.1");
    assertThat(recorded.getFirst().service()).isEqualTo("test");
    assertThat(recorded.getFirst().took()).isPositive();
  }

  private Failure failureOf(OkHttpClient asked) {
    return failureOf(asked, server.url("/bot" + TOKEN).toString());
  }

  /** The failure of a call; on the way, no message of any exception may show where it went. */
  private static Failure failureOf(OkHttpClient asked, String url) {
    IOException e = catchThrowableOfType(IOException.class, () -> post(asked, url));
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      assertThat(String.valueOf(cause.getMessage())).doesNotContain(TOKEN);
    }
    return Failure.of(e);
  }

  private static MockResponse.Builder ok(String body) {
    return new MockResponse.Builder().body(body);
  }

  private String post(OkHttpClient asked) throws IOException {
    return post(asked, server.url("/bot" + TOKEN).toString());
  }

  private static String post(OkHttpClient asked, String url) throws IOException {
    try (Response response = asked.newCall(request(url)).execute()) {
      return response.body().string();
    }
  }

  private Request request() {
    return request(server.url("/bot" + TOKEN).toString());
  }

  private static Request request(String url) {
    return new Request.Builder()
        .url(url)
        .header("Authorization", "Bearer " + TOKEN)
        .post(RequestBody.create("body", null))
        .build();
  }
}
