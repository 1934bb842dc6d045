package dev.moltbot.adapter.gmail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.process.Await;
import dev.moltbot.process.Program;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code moltbot channels login gmail}, from the command to the channel that is set up. */
class LoginCommandTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void getsWhatIsMissingAndLeavesTheSettingsFileAlone() throws Exception {
    try (var google = new FakeConsent()) {
      String settings = settings(google);
      Path env = env(settings);
      try (Program login = program("channels", "login", "gmail")) {
        login.awaitTalk("Waiting for Google's answer", Await.LIMIT);
        follow(login.talk(), google);
        assertThat(login.awaitExit()).as(login.talk()).isZero();
        assertThat(login.talk())
            .contains("channels/gmail/refresh-token")
            .doesNotContain("refresh-new", "client-secret");
      }
      assertThat(env).hasContent(settings);
      assertThat(folder.resolve("channels/gmail/refresh-token")).hasContent("refresh-new");
      try (Program channels = program("channels", "--json")) {
        assertThat(channels.awaitExit()).as(channels.talk()).isZero();
        assertThat(channels.talk())
            .contains("\"account\":\"olena@example.org\"", "\"state\":\"never-read\"")
            .contains("\"MOLTBOT_GMAIL_REFRESH_TOKEN\"")
            .doesNotContain("refresh-new");
      }
    }
  }

  private static String settings(FakeConsent google) {
    return """
    # mine
    MOLTBOT_GMAIL_CLIENT_SECRET=client-secret
    MOLTBOT_GMAIL_ADDRESS='olena@example.org'
    MOLTBOT_GMAIL_CLIENT_ID=client
    MOLTBOT_GMAIL_REFRESH_TOKEN=
    MOLTBOT_GMAIL_TOKEN_URL=%s
    """
        .formatted(google.tokens());
  }

  private Path env(String text) throws IOException {
    Path env = Files.writeString(folder.resolve(".env"), text);
    return Files.setPosixFilePermissions(env, PosixFilePermissions.fromString("rw-------"));
  }

  /** The owner's browser, for which Google is elsewhere. */
  private static void follow(String talk, FakeConsent google) throws Exception {
    String shown =
        talk.lines().filter(line -> line.startsWith("https://")).findFirst().orElseThrow();
    assertThat(shown).startsWith(GmailLogin.CONSENT + "?");
    URI page = URI.create(google.page() + "?" + URI.create(shown).getRawQuery());
    try (var browser =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
      var answer =
          browser.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.body()).contains("You may close this page");
    }
  }

  private Program program(String... arguments) {
    return Program.start(
        "dev.moltbot.app.Main",
        folder,
        Map.of("PATH", String.valueOf(System.getenv("PATH"))),
        arguments);
  }
}
