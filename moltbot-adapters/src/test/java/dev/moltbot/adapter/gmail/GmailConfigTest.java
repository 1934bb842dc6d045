package dev.moltbot.adapter.gmail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.setting.Settings;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GmailConfigTest {

  @Test
  void needsAnAddressAClientAndARefreshToken() {
    Settings settings =
        new Settings(
            Map.of(
                "MOLTBOT_GMAIL_ADDRESS", "olena@example.org",
                "MOLTBOT_GMAIL_CLIENT_ID", "client",
                "MOLTBOT_GMAIL_CLIENT_SECRET", "canary-secret",
                "MOLTBOT_GMAIL_REFRESH_TOKEN", "canary-token"));

    GmailConfig config = GmailConfig.from(settings);

    assertThat(settings.problems()).isEmpty();
    assertThat(config.api()).isEqualTo(GmailConfig.GMAIL);
    assertThat(config.tokenEndpoint()).isEqualTo(GmailConfig.GOOGLE);
    assertThat(config.account()).hasToString("gmail:olena@example.org");
    assertThat(config.toString()).doesNotContain("canary");
  }

  @Test
  void namesEverythingThatIsMissing() {
    Settings settings = new Settings(Map.of());
    GmailConfig.from(settings);

    assertThat(settings.problems())
        .hasSize(4)
        .anyMatch(problem -> problem.startsWith("MOLTBOT_GMAIL_ADDRESS is not set: "));
  }

  @Test
  void takesOtherAddressesOnlyOnThisMachine() {
    Settings here =
        new Settings(
            Map.of(
                "MOLTBOT_GMAIL_URL", "http://127.0.0.1:8080",
                "MOLTBOT_GMAIL_TOKEN_URL", "http://127.0.0.1:8080/token"));
    GmailConfig config = GmailConfig.from(here);
    assertThat(config.api()).isEqualTo(URI.create("http://127.0.0.1:8080/"));
    assertThat(config.tokenEndpoint()).isEqualTo(URI.create("http://127.0.0.1:8080/token"));

    Settings elsewhere = new Settings(Map.of("MOLTBOT_GMAIL_TOKEN_URL", "https://evil.example/"));
    GmailConfig.from(elsewhere);
    assertThat(elsewhere.problems())
        .anyMatch(problem -> problem.startsWith("MOLTBOT_GMAIL_TOKEN_URL must be"));
    assertThat(elsewhere.problems().toString()).doesNotContain("evil");
  }
}
