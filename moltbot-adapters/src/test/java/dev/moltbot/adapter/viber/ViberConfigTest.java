package dev.moltbot.adapter.viber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.moltbot.setting.Setting;
import dev.moltbot.setting.Settings;
import dev.moltbot.wire.Secret;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViberConfigTest {
  private final Map<String, String> values = new HashMap<>();

  ViberConfigTest() {
    set(ViberConfig.BOT, "olena-viber");
    set(ViberConfig.SENDER, "Olena");
    set(ViberConfig.TOKEN, "token-of-the-bot");
    set(ViberConfig.WEBHOOK, "https://example.org/viber");
  }

  @Test
  void readsWhatTheOwnerSets() {
    var settings = new Settings(values);
    ViberConfig config = ViberConfig.from(settings);
    assertThat(settings.problems()).isEmpty();
    assertThat(config.account().toString()).isEqualTo("viber:olena-viber");
    assertThat(config.port()).isEqualTo(8465);
    assertThat(config.path()).isEqualTo("/viber");
    assertThat(config.api()).isEqualTo(ViberConfig.VIBER);
  }

  @Test
  void namesEverythingThatIsMissing() {
    var settings = new Settings(Map.of());
    ViberConfig.from(settings);
    assertThat(settings.problems())
        .hasSize(4)
        .allSatisfy(problem -> assertThat(problem).contains("is not set"));
  }

  @Test
  void takesASenderOfJustTwentyEightCharacters() {
    set(ViberConfig.SENDER, "x".repeat(28));
    assertThat(problems()).isEmpty();
    set(ViberConfig.SENDER, "x".repeat(29));
    assertThat(problems())
        .containsExactly("MOLTBOT_VIBER_SENDER has 29 characters; Viber takes at most 28");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/viber",
        "ftp://example.org/viber",
        "example.org/viber",
        "https:///viber",
        "https://olena:secret@example.org/viber",
        "https://exa mple.org/",
      })
  void takesNoWebhookThatViberCannotCall(String webhook) {
    set(ViberConfig.WEBHOOK, webhook);
    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("MOLTBOT_VIBER_WEBHOOK")
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "65536", "99999999999", "http", "8465x"})
  void takesNoPortThatIsNone(String port) {
    set(ViberConfig.PORT, port);
    assertThat(problems()).isNotEmpty().allMatch(line -> line.startsWith("MOLTBOT_VIBER_PORT"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"viber", "/", "/a?b", "/a%2fb", "/../x", "/a b"})
  void takesNoPathThatCanBeReadInTwoWays(String path) {
    set(ViberConfig.PATH, path);
    assertThat(problems()).containsExactly("MOLTBOT_VIBER_PATH is not a path such as /viber");
  }

  @Test
  void sendsItsTokenNowhereElse() {
    set(ViberConfig.URL, "https://chatapi.example.org/pa/");
    assertThat(problems()).singleElement().asString().startsWith("MOLTBOT_VIBER_URL");
  }

  @Test
  void takesNoTokenThatFitsNoHeader() {
    set(ViberConfig.TOKEN, "токен");
    assertThat(problems())
        .containsExactly("MOLTBOT_VIBER_TOKEN holds a character that no token has");
  }

  @Test
  void showsNoToken() {
    assertThat(ViberConfig.from(new Settings(values)).toString())
        .doesNotContain("token-of-the-bot")
        .doesNotContain("example.org");
  }

  @Test
  void isNotMadeAgainstItsLimits() {
    URI webhook = URI.create("https://example.org/viber");
    Secret token = Secret.of("token");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new ViberConfig("bot", "x".repeat(29), token, webhook, 1, "/viber", ViberConfig.VIBER));
    URI open = URI.create("http://example.org/viber");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ViberConfig("bot", "x", token, open, 1, "/viber", ViberConfig.VIBER));
  }

  private void set(Setting setting, String value) {
    values.put(setting.key(), value);
  }

  private List<String> problems() {
    var settings = new Settings(values);
    ViberConfig.from(settings);
    return settings.problems();
  }
}
