package dev.moltbot.adapter.gmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moltbot.channel.Login;
import dev.moltbot.fake.Reply;
import dev.moltbot.fake.Request;
import dev.moltbot.setting.Settings;
import dev.moltbot.state.StateFolders;
import dev.moltbot.testkit.SettableTime;
import dev.moltbot.wire.HttpClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The owner, a browser and Google, on the way to a refresh token. */
@Timeout(30)
class GmailLoginTest {
  @TempDir private Path folder = Path.of("");
  private final FakeConsent google = new FakeConsent();
  private final SettableTime time = new SettableTime();
  private final Map<String, String> settings = new HashMap<>();
  private final List<String> said = new ArrayList<>();
  private final List<HttpResponse<String>> pages = new ArrayList<>();

  GmailLoginTest() {
    settings.put("MOLTBOT_GMAIL_ADDRESS", "olena@example.org");
    settings.put("MOLTBOT_GMAIL_CLIENT_ID", "client");
    settings.put("MOLTBOT_GMAIL_CLIENT_SECRET", "client-secret");
    settings.put("MOLTBOT_GMAIL_TOKEN_URL", google.tokens().toString());
  }

  @AfterEach
  void close() {
    google.close();
  }

  @Test
  void keepsTheTokenInAPrivateFileAndSaysWhere() throws IOException {
    Login.Outcome outcome = walk(this::follow);
    Path file = folder.resolve("gmail/refresh-token");
    assertThat(outcome).isEqualTo(new Login.Outcome.Stored(file.toString()));
    assertThat(file).hasContent("refresh-new");
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(pages.getLast().statusCode()).isEqualTo(200);
    assertThat(pages.getLast().body()).contains("You may close this page");
    assertThat(pages.getLast().headers().firstValue("Content-Security-Policy"))
        .hasValue("default-src 'none'");
    assertThat(String.join("\n", said)).doesNotContain("refresh-new", "client-secret", "code-0");
  }

  @Test
  void provesToTheTokenEndpointThatItIsWhoAsked() {
    walk(this::follow);
    Request traded = google.service.requests().getLast();
    String shown = google.service.requests().getFirst().parameter("code_challenge");
    assertThat(traded.parameter("code_verifier")).matches("[A-Za-z0-9_-]{43}");
    assertThat(FakeConsent.challenge(traded.parameter("code_verifier"))).isEqualTo(shown);
    assertThat(google.service.requests().getFirst().parameters().values())
        .doesNotContain(traded.parameter("code_verifier"));
  }

  /** The fake can say no: a verifier that does not belong to the challenge gets nothing. */
  @Test
  void failsWhenTheProofDoesNotFit() {
    assertFailed(
        walk(page ->
            follow(
                URI.create(page.toString().replaceFirst("code_challenge=.", "code_challenge=_")))),
        "Google did not take the answer (HTTP 400)");
  }

  @Test
  void saysThatTheOwnerSaidNo() {
    google.refuses("access_denied");
    assertFailed(walk(this::follow), "Google gave no access: access_denied");
    assertThat(google.service.requests()).hasSize(1);
  }

  @Test
  void turnsAwayAnAnswerThatIsNotItsOwnAndWaitsOn() {
    Login.Outcome outcome =
        walk(page -> {
          URI redirect = redirect(page);
          get(redirect.resolve("?code=theirs&state=wrong"));
          get(redirect.resolve("?error=access_denied&state="));
          get(redirect.resolve("?code=theirs"));
          get(redirect.resolve("favicon.ico"));
          follow(page);
        });
    assertThat(outcome).isInstanceOf(Login.Outcome.Stored.class);
    assertThat(pages)
        .extracting(HttpResponse::statusCode)
        .containsExactly(400, 400, 400, 404, 302, 200);
    assertThat(google.service.requests()).hasSize(2);
  }

  @Test
  void takesOneAnswerAndTradesACodeInOnce() {
    walk(page -> {
      follow(page);
      follow(page);
    });
    assertThat(pages).extracting(HttpResponse::statusCode).containsExactly(302, 200, 302, 410);
    assertThat(google.service.requests()).filteredOn(r -> r.path().equals("/token")).hasSize(1);
  }

  @Test
  void failsOnACodeThatWasTradedInBefore() {
    assertFailed(
        walk(page -> {
          URI redirect = redirect(page);
          get(redirect.resolve("?code=used&state=" + parameter(page, "state")));
        }),
        "Google did not take the answer");
  }

  @Test
  void throwsATokenAwayThatMayDoMoreOrLess() {
    google.grants(FakeTokens.READ + " " + FakeTokens.SEND + " " + FakeTokens.ALL_MAIL);
    assertFailed(walk(this::follow), "too many: https://mail.google.com/");
    google.grants(FakeTokens.READ);
    assertFailed(walk(this::follow), "missing: https://www.googleapis.com/auth/gmail.send");
    assertThat(folder.resolve("gmail/refresh-token")).doesNotExist();
  }

  @Test
  void givesUpAfterFiveMinutes() {
    assertFailed(
        walk(page -> time.advance(GmailLogin.LIMIT.plus(Duration.ofSeconds(1)))),
        "nobody said yes in 5 minutes");
  }

  @Test
  void closesItsPortWhenItIsDone() {
    walk(this::follow);
    URI redirect = URI.create(parameter(consent(), "redirect_uri"));
    assertThatThrownBy(() -> get(redirect)).hasRootCauseInstanceOf(IOException.class);
  }

  @Test
  void namesWhatIsMissingBeforeItAsksAnybody() {
    settings.remove("MOLTBOT_GMAIL_CLIENT_SECRET");
    assertFailed(walk(this::follow), "MOLTBOT_GMAIL_CLIENT_SECRET is not set");
    assertThat(pages).isEmpty();
  }

  @Test
  void saysThatASettingIsInTheWay() {
    settings.put("MOLTBOT_GMAIL_REFRESH_TOKEN", "refresh-old");
    assertThat(walk(this::follow))
        .isInstanceOfSatisfying(
            Login.Outcome.Stored.class,
            stored ->
                assertThat(stored.where())
                    .contains("Remove MOLTBOT_GMAIL_REFRESH_TOKEN")
                    .doesNotContain("refresh-old"));
  }

  @Test
  void failsWhenTheEndpointIsOutOfOrder() {
    for (Reply bad : List.of(Reply.hangUp(), Reply.ok("{}"), Reply.ok("[1"), Reply.json(503, ""))) {
      google.service.next(request -> request.path().equals("/token"), bad);
      assertThat(walk(this::follow)).isInstanceOf(Login.Outcome.Failed.class);
    }
    assertThat(folder.resolve("gmail")).doesNotExist();
  }

  private Login.Outcome walk(Consumer<URI> browser) {
    var world =
        new Login.World(
            new Settings(settings),
            new StateFolders(folder),
            new HttpClients(call -> {}, System::nanoTime),
            time,
            System::nanoTime,
            new SecureRandom());
    try {
      return new GmailLogin(google.page()).walk(world, new Watched(browser));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertFailed(Login.Outcome outcome, String reason) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Login.Outcome.Failed.class,
            failed -> {
              assertThat(failed.reason()).contains(reason);
              assertThat(failed.remedy()).isNotEmpty();
            });
  }

  private URI consent() {
    return URI.create(
        said.stream().filter(line -> line.startsWith("http")).findFirst().orElseThrow());
  }

  /** The page of consent, and then wherever it sends the browser. */
  private void follow(URI page) {
    HttpResponse<String> answer = get(page);
    answer.headers().firstValue("Location").ifPresent(where -> get(URI.create(where)));
  }

  private HttpResponse<String> get(URI page) {
    try (HttpClient browser = HttpClient.newHttpClient()) {
      var answer =
          browser.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
      pages.add(answer);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static URI redirect(URI page) {
    return URI.create(parameter(page, "redirect_uri"));
  }

  private static String parameter(URI page, String name) {
    for (String pair : page.getQuery().split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return pair.substring(name.length() + 1);
      }
    }
    throw new AssertionError("no " + name + " in " + page);
  }

  private final class Watched implements Login.Steps {
    private final Consumer<URI> browser;

    Watched(Consumer<URI> browser) {
      this.browser = browser;
    }

    @Override
    public void say(String line) {
      said.add(line);
    }

    @Override
    public void open(URI page) {
      said.add(page.toString());
      browser.accept(page);
    }

    @Override
    public void qr(String code, Duration goodFor) {
      throw new AssertionError("Gmail has no code to scan");
    }
  }
}
