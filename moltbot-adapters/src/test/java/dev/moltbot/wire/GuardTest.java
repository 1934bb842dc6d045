package dev.moltbot.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.moltbot.domain.egress.Caller;
import dev.moltbot.domain.egress.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of this build, against clients that try to go elsewhere. */
class GuardTest {
  private static final String CANARY = "canary-4711";
  private static final String LISTED = "https://api.anthropic.com/";

  private final MockWebServer server = new MockWebServer();
  private final List<String> lookedUp = new ArrayList<>();
  private final Refused refused = new Refused();
  private InetAddress answer = InetAddress.getLoopbackAddress();

  /** Keeps what was refused. */
  private static final class Refused implements ApiCalls {
    private final List<Refusal> all = new ArrayList<>();

    @Override
    public void record(Call call) {}

    @Override
    public void refused(Refusal refusal) {
      all.add(refusal);
    }
  }

  @BeforeEach
  void start() throws IOException {
    server.start(InetAddress.getLoopbackAddress(), 0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, https://stranger.example/",
    "GET, https://api.anthropic.com.stranger.example/",
    "POST, https://api.anthropic.com./v1/messages",
    "POST, https://api.anthropic.com@stranger.example/v1/messages",
    "POST, https://stranger-api.anthropic.com/v1/messages",
    "POST, https://api.anthropic.com:8443/v1/messages",
    "POST, http://api.anthropic.com:443/v1/messages",
    "POST, https://api.anthropic.com/v1/files",
    "POST, https://api.anthropic.com/v1/%6dessages",
    "GET, https://api.anthropic.com/v1/messages",
    "POST, https://api.telegram.org/bot1:abc/banChatMember",
    "GET, https://web.whatsapp.com/",
    "GET, https://127.0.0.1/",
    "GET, http://169.254.169.254/latest/meta-data/",
    "GET, http://[::ffff:10.0.0.1]/",
    "POST, http://tokens:8465/token"
  })
  void letsNothingElseOut(String method, String url) {
    IOException e = failure(client(HttpClients.MOLTBOT, LISTED), method, url);
    assertThat(Failure.of(e)).isInstanceOf(Failure.NeverLeft.class);
    assertThat(lookedUp).isEmpty();
    assertThat(refused.all).hasSize(1);
    assertThat(refused.all.toString()).doesNotContain("bot1").doesNotContain("meta-data");
  }

  /** Servers of many hosts go by this header, whatever name was looked up. */
  @Test
  void letsNoOtherHostBeNamedInside() {
    Request fronted =
        request("POST", "https://api.anthropic.com/v1/messages")
            .newBuilder()
            .header("Host", "stranger.example")
            .build();
    IOException e =
        catchThrowableOfType(
            IOException.class,
            () -> client(HttpClients.MOLTBOT, LISTED).newCall(fronted).execute().close());
    assertThat(Failure.of(e)).isInstanceOf(Failure.NeverLeft.class);
    assertThat(lookedUp).isEmpty();
    assertThat(refused.all).hasSize(1);
  }

  @Test
  void saysWhatHappenedWhatWasNotLostAndWhatToDo() {
    OkHttpClient client = client(HttpClients.MOLTBOT, LISTED);
    IOException e = failure(client, "GET", "https://stranger.example/" + CANARY);
    assertThat(e).hasRootCauseInstanceOf(RefusedException.class);
    assertThat(Failure.of(e).reason())
        .isEqualTo(
            "kept in by the allow-list (this address is not on the allow-list); nothing was sent"
                + " and nothing is lost; docs/egress.md says how to allow it");
    assertThat(refused.all)
        .containsExactly(
            new Refusal(
                "guard",
                "moltbot",
                "GET",
                "stranger.example:443",
                "this address is not on the allow-list"));
  }

  /** They get as far as a name that leads nowhere. */
  @ParameterizedTest
  @CsvSource({
    "POST, https://api.anthropic.com/v1/messages",
    "POST, https://api.telegram.org/bot1:abc/getMe",
    "GET, https://gmail.googleapis.com/gmail/v1/users/me/history?historyTypes=messageAdded",
    "POST, https://oauth2.googleapis.com/token"
  })
  void looksUpWhatIsAllowed(String method, String url) {
    failure(client(HttpClients.MOLTBOT, LISTED), method, url);
    assertThat(lookedUp).hasSize(1);
  }

  /** A resolver that lies, or a zone that somebody else runs. */
  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1", "10.0.0.1", "169.254.169.254", "::ffff:10.0.0.1", "64:ff9b::a00:1"})
  void doesNotConnectWhereANameMustNotLead(String address) throws IOException {
    answer = InetAddress.getByName(address);
    String url = "https://api.anthropic.com/v1/messages";
    IOException e = failure(client(HttpClients.MOLTBOT, LISTED), "POST", url);
    assertThat(Failure.of(e)).isInstanceOf(Failure.NeverLeft.class);
    assertThat(refused.all)
        .containsExactly(
            new Refusal(
                "guard",
                "moltbot",
                "look-up",
                "api.anthropic.com",
                "its name leads where it must not"));
  }

  @Test
  void theBrokerMintsAndDoesNothingElse() {
    OkHttpClient client = client(HttpClients.BROKER, LISTED);
    failure(client, "POST", "https://oauth2.googleapis.com/token");
    assertThat(lookedUp).containsExactly("oauth2.googleapis.com");
    failure(client, "POST", "https://api.anthropic.com/v1/messages");
    assertThat(lookedUp).hasSize(1);
    assertThat(refused.all).last().extracting(Refusal::caller).isEqualTo("tokens");
  }

  @Test
  void asksTheBrokerForTokensOnly() throws IOException {
    OkHttpClient client = client(HttpClients.MOLTBOT, "http://tokens:8465/token");
    failure(client, "GET", "http://tokens:8465/token");
    failure(client, "POST", "http://tokens:8465/else");
    assertThat(lookedUp).isEmpty();
    answer = InetAddress.getByName("192.0.2.1");
    failure(client, "POST", "http://tokens:8465/token");
    assertThat(lookedUp).containsExactly("tokens");
    assertThat(refused.all).hasSize(3);
  }

  /** Only the port that the setting names, not all of this machine. */
  @Test
  void reachesWhatIsPlayedHereAndNoOtherPort() throws IOException {
    server.enqueue(new MockResponse.Builder().body("played").build());
    OkHttpClient client = client(HttpClients.MOLTBOT, server.url("/").toString());
    try (Response response =
        client.newCall(request("GET", server.url("/x").toString())).execute()) {
      assertThat(response.body().string()).isEqualTo("played");
    }
    failure(client, "GET", "http://127.0.0.1:1/");
    assertThat(refused.all).hasSize(1);
  }

  @Test
  void localhostIsThisMachineWhateverItsNameSays() throws IOException {
    answer = InetAddress.getByName("192.0.2.1");
    failure(client(HttpClients.MOLTBOT, "http://localhost:1/"), "GET", "http://localhost:1/");
    failure(client(HttpClients.MOLTBOT, LISTED), "GET", "http://localhost:3000/agent");
    assertThat(refused.all).hasSize(2);
  }

  @Test
  void doesNotFollowARedirect() throws IOException {
    server.enqueue(
        new MockResponse.Builder()
            .code(302)
            .setHeader("Location", "https://api.anthropic.com/")
            .build());
    OkHttpClient client = client(HttpClients.MOLTBOT, server.url("/").toString());
    try (Response response = client.newCall(request("GET", server.url("/").toString())).execute()) {
      assertThat(response.code()).isEqualTo(302);
    }
    assertThat(lookedUp).doesNotContain("api.anthropic.com");
  }

  /** Whoever is handed a client can add to it; then the last look sees it. */
  @Test
  void seesWhatIsChangedBehindTheFirstLook() {
    String here = server.url("/").toString();
    OkHttpClient changed =
        client(HttpClients.MOLTBOT, LISTED)
            .newBuilder()
            .addInterceptor(
                chain -> chain.proceed(chain.request().newBuilder().url(here + CANARY).build()))
            .build();
    failure(changed, "POST", "https://api.anthropic.com/v1/messages");
    assertThat(server.getRequestCount()).isZero();
    assertThat(refused.all).hasSize(1);
    assertThat(refused.all.toString()).doesNotContain(CANARY);
  }

  @Test
  void doesNotStartOnABadList() {
    assertThatThrownBy(() -> ListFile.parsed("api.example:443 for everybody\n"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("line 1");
  }

  private OkHttpClient client(List<Caller> callers, String at) {
    var egress = new Egress(ListFile.read(), callers, Gateway.NONE, refused);
    var clients = new HttpClients(egress, System::nanoTime, this::lookup);
    return clients.client("test", HttpLimits.DEFAULT, URI.create(at));
  }

  private List<InetAddress> lookup(String name) {
    lookedUp.add(name);
    return List.of(answer);
  }

  private static IOException failure(OkHttpClient client, String method, String url) {
    return catchThrowableOfType(
        IOException.class, () -> client.newCall(request(method, url)).execute().close());
  }

  private static Request request(String method, String url) {
    return new Request.Builder()
        .url(url)
        .method(method, method.equals("POST") ? RequestBody.create("{}", null) : null)
        .build();
  }
}
