package dev.moltbot.adapter.shinodo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.setting.Settings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that are read as meant, or named as wrong; and nothing beyond this machine. */
class ShinodoConfigTest {

  @Test
  void isOffUnlessItsAddressIsSet() {
    assertThat(ShinodoConfig.wanted(new Settings(Map.of("SHINODO_TOOLS", "today")))).isFalse();
    assertThat(ShinodoConfig.wanted(new Settings(Map.of("SHINODO_URL", "http://localhost:3000"))))
        .isTrue();
  }

  @Test
  void readsAddressAndTools() {
    var settings =
        new Settings(
            Map.of(
                "SHINODO_URL",
                "http://localhost:3000",
                "SHINODO_TOOLS",
                "today, notes {\"query\":\"{instruction}, }\",\"limit\":5,\"deep\":[{\"a\":\"}\"}]} ,x/y-z.1"));
    ShinodoConfig config = ShinodoConfig.from(settings);
    assertThat(settings.problems()).isEmpty();
    assertThat(config.mcp()).isEqualTo(URI.create("http://localhost:3000/mcp"));
    assertThat(config.tools())
        .containsExactly(
            new ShinodoConfig.Tool("today", Map.of()),
            new ShinodoConfig.Tool(
                "notes",
                Map.of(
                    "query", "{instruction}, }", "limit", 5L, "deep", List.of(Map.of("a", "}")))),
            new ShinodoConfig.Tool("x/y-z.1", Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://192.168.0.7:3000",
        "http://shinodo.local:3000",
        "http://localhost.example.org",
        "http://127.0.0.1@example.org/",
        "http://0x7f.0.0.1/",
        "http://0.0.0.0:3000",
        "localhost:3000",
        "file:///etc/passwd"
      })
  void refusesWhatIsNotThisMachine(String address) {
    var settings = new Settings(Map.of("SHINODO_URL", address));
    assertThat(ShinodoConfig.from(settings).base().getHost()).isEqualTo("127.0.0.1");
    assertThat(settings.problems())
        .containsExactly("SHINODO_URL must be an http address on this machine (127.0.0.1)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "today {",
        "today {\"a\":}",
        "today [1]",
        "{\"a\":1}",
        "to$day",
        "a b c;d",
        "a {\"x\":\"\\",
        "a,b,c,d,e,f,g,h,i",
        "a {} {}"
      })
  void namesWhatIsWrongWithAListOfTools(String tools) {
    var settings = new Settings(Map.of("SHINODO_URL", "http://[::1]:3000", "SHINODO_TOOLS", tools));
    assertThat(ShinodoConfig.from(settings).tools()).isEmpty();
    assertThat(settings.problems()).singleElement().asString().startsWith("SHINODO_TOOLS ");
  }

  @Test
  void refusesAPathThatLeadsAway() {
    var settings =
        new Settings(
            Map.of(
                "SHINODO_URL", "http://localhost:3000",
                "MOLTBOT_SHINODO_MCP_PATH", "//example.org/mcp"));
    assertThat(ShinodoConfig.from(settings).mcp().getHost()).isEqualTo("localhost");
    assertThat(settings.problems()).hasSize(1);
  }
}
