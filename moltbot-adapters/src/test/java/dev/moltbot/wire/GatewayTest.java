package dev.moltbot.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A proxy that looks into what it passes, as ours does. */
class GatewayTest {
  private static final String ALLOWED = "https://api.anthropic.com/v1/messages";

  /** Made once for all tests; the JDK's tool takes its time. */
  private static final OwnAuthority AUTHORITY = OwnAuthority.of("api.anthropic.com");

  private final MockWebServer proxy = new MockWebServer();
  private final List<String> lookedUp = new ArrayList<>();

  @BeforeEach
  void start() throws IOException, GeneralSecurityException {
    proxy.useHttps(AUTHORITY.sockets());
    proxy.start(InetAddress.getLoopbackAddress(), 0);
  }

  @AfterEach
  void stop() {
    proxy.close();
  }

  /** The file comes when the gateway is up, which may be after us. */
  @Test
  void goesThroughItAndBelievesItsAuthorityOnceItIsThere(@TempDir Path folder) throws Exception {
    Path pem = folder.resolve("gateway-ca.pem");
    OkHttpClient client = client(gateway().believing(pem), ALLOWED);
    proxy.enqueue(new MockResponse.Builder().inTunnel().build());
    assertThat(failure(client, ALLOWED)).hasCauseInstanceOf(SSLHandshakeException.class);
    Files.writeString(pem, AUTHORITY.pem());
    proxy.enqueue(new MockResponse.Builder().inTunnel().build());
    proxy.enqueue(new MockResponse.Builder().body("passed").build());
    try (Response response = client.newCall(post(ALLOWED)).execute()) {
      assertThat(response.body().string()).isEqualTo("passed");
    }
    assertThat(proxy.takeRequest().getRequestLine())
        .isEqualTo("CONNECT api.anthropic.com:443 HTTP/1.1");
    assertThat(lookedUp).containsOnly("localhost");
  }

  @Test
  void believesNoAuthorityThatIsNotNamed() {
    proxy.enqueue(new MockResponse.Builder().inTunnel().build());
    assertThat(failure(client(gateway(), ALLOWED), ALLOWED))
        .hasCauseInstanceOf(SSLHandshakeException.class);
    assertThat(proxy.getRequestCount()).isEqualTo(1);
  }

  /** The guard inside stands whether there is one around it or not. */
  @Test
  void isAskedForNothingThatIsNotOnTheList() {
    OkHttpClient client = client(gateway(), ALLOWED);
    IOException e = failure(client, "https://stranger.example/");
    assertThat(Failure.of(e)).isInstanceOf(Failure.NeverLeft.class);
    assertThat(proxy.getRequestCount()).isZero();
    assertThat(lookedUp).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://gateway:3128",
        "http://gateway",
        "http://gateway:99999",
        "http://a.example:3128",
        "http://me:secret@gateway:3128",
        "http://8.8.8.8:3128",
        "http://169.254.169.254:80",
        "http://999.1.1.1:3128",
        "gateway:3128",
        "http://gateway:3128/path"
      })
  void isNearByOrNotAtAll(String address) {
    assertThat(Gateway.at(address)).isEmpty();
  }

  private Gateway gateway() {
    return Gateway.at("http://localhost:" + proxy.getPort()).orElseThrow();
  }

  private OkHttpClient client(Gateway gateway, String at) {
    var egress = new Egress(ListFile.read(), HttpClients.MOLTBOT, gateway, call -> {});
    return new HttpClients(egress, System::nanoTime, this::lookup)
        .client("test", HttpLimits.DEFAULT, URI.create(at));
  }

  private List<InetAddress> lookup(String name) {
    lookedUp.add(name);
    return List.of(InetAddress.getLoopbackAddress());
  }

  private static IOException failure(OkHttpClient client, String url) {
    return catchThrowableOfType(
        IOException.class, () -> client.newCall(post(url)).execute().close());
  }

  private static Request post(String url) {
    return new Request.Builder().url(url).post(RequestBody.create("{}", null)).build();
  }
}
