package dev.moltbot.adapter.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.imap.ImapConfig.Protection;
import dev.moltbot.adapter.imap.ImapConfig.Server;
import dev.moltbot.setting.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImapConfigTest {
  private static final Map<String, String> WHOLE =
      Map.of(
          "MOLTBOT_IMAP_ADDRESS", "olena@example.org",
          "MOLTBOT_IMAP_PASSWORD", "canary",
          "MOLTBOT_IMAP_SERVER", "imaps://imap.example.org",
          "MOLTBOT_IMAP_SMTP_SERVER", "smtp://smtp.example.org");

  @Test
  void needsAnAddressAPasswordAndTwoServers() {
    Settings settings = new Settings(WHOLE);
    ImapConfig config = ImapConfig.from(settings);

    assertThat(settings.problems()).isEmpty();
    assertThat(config.user()).isEqualTo("olena@example.org");
    assertThat(config.imap()).isEqualTo(new Server(Protection.TLS, "imap.example.org", 993));
    assertThat(config.smtp()).isEqualTo(new Server(Protection.STARTTLS, "smtp.example.org", 587));
    assertThat(config.account()).hasToString("imap:olena@example.org");
    assertThat(config.toString()).doesNotContain("canary");
  }

  @Test
  void namesEverythingThatIsMissing() {
    Settings settings = new Settings(Map.of());
    ImapConfig.from(settings);

    assertThat(settings.problems())
        .hasSize(4)
        .anyMatch(problem -> problem.startsWith("MOLTBOT_IMAP_SERVER is not set: "));
  }

  @Test
  void takesAnUnprotectedServerOnlyOnThisMachine() {
    assertThat(problems("plain://127.0.0.1:1143")).isEmpty();
    for (String address :
        List.of(
            "plain://imap.example.org",
            "plain://127.0.0.1.example.org",
            "http://imap.example.org",
            "imaps://olena:secret@imap.example.org",
            "imaps://imap.example.org/inbox",
            "imap.example.org",
            "imaps://")) {
      assertThat(problems(address))
          .as(address)
          .singleElement()
          .asString()
          .startsWith("MOLTBOT_IMAP_SERVER is not an address such as imaps://")
          .doesNotContain("secret");
    }
  }

  @Test
  void takesNoAddressBeyondAscii() {
    var values = new HashMap<>(WHOLE);
    values.put("MOLTBOT_IMAP_ADDRESS", "оля@example.org");
    Settings settings = new Settings(values);
    ImapConfig.from(settings);
    assertThat(settings.problems()).singleElement().asString().contains("ASCII");
  }

  private static List<String> problems(String server) {
    var values = new HashMap<>(WHOLE);
    values.put("MOLTBOT_IMAP_SERVER", server);
    Settings settings = new Settings(values);
    ImapConfig.from(settings);
    return settings.problems();
  }
}
