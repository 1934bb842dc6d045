package dev.moltbot.adapter.gmail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.setting.Settings;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the sandbox's Gmail gets its tokens: from the broker by its one name, or from Google. */
class BrokeredTokensTest {

  @Test
  void takesTheBrokersAddressAndNoOther() {
    assertThat(endpoint("http://tokens:8465/token")).isEqualTo(GmailConfig.BROKER);
    for (String other :
        new String[] {
          "http://tokens:8465/token/",
          "http://tokens:8466/token",
          "https://tokens:8465/token",
          "http://tokens.example.org:8465/token",
          "http://user@tokens:8465/token"
        }) {
      var settings = settings(other);
      assertThat(GmailConfig.tokenEndpoint(settings).getHost()).isEqualTo("127.0.0.1");
      assertThat(settings.problems()).hasSize(1);
    }
  }

  private static URI endpoint(String value) {
    var settings = settings(value);
    URI endpoint = GmailConfig.tokenEndpoint(settings);
    assertThat(settings.problems()).isEmpty();
    return endpoint;
  }

  private static Settings settings(String value) {
    return new Settings(Map.of(GmailConfig.TOKEN_URL.key(), value));
  }
}
