package dev.moltbot.adapter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.setting.Settings;
import dev.moltbot.wire.Gateway;
import dev.moltbot.wire.OwnAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayConfigTest {
  private static final String ADDRESS = "http://gateway:3128";
  private static final OwnAuthority AUTHORITY = OwnAuthority.of("gateway");

  @TempDir private Path workspace = Path.of("");

  @Test
  void thereIsNoneUnlessItIsSet() {
    assertThat(from(Map.of())).isEqualTo(Gateway.NONE);
  }

  /** Whether or not it is there yet. */
  @Test
  void itsAuthorityLiesInTheWorkspaceOrWhereTheSettingSays() throws Exception {
    Path usual = workspace.resolve("gateway-ca.pem");
    assertThat(from(Map.of("MOLTBOT_GATEWAY", ADDRESS)))
        .isEqualTo(Gateway.at(ADDRESS).orElseThrow().believing(usual));
    Path other = write("other.pem");
    var values = Map.of("MOLTBOT_GATEWAY", ADDRESS, "MOLTBOT_GATEWAY_CA", other.toString());
    assertThat(from(values).authorities()).isEqualTo(other);
  }

  /** A file alone must not make anybody believed. */
  @Test
  void nobodyIsBelievedWithoutAGateway() throws Exception {
    Path file = write("gateway-ca.pem");
    assertThat(from(Map.of("MOLTBOT_GATEWAY_CA", file.toString()))).isEqualTo(Gateway.NONE);
  }

  @Test
  void whatIsFarAwayIsAProblemAndNotQuoted() {
    var settings = new Settings(Map.of("MOLTBOT_GATEWAY", "http://me:secret@a.example:3128"));
    assertThat(GatewayConfig.from(settings, workspace)).isEqualTo(Gateway.NONE);
    assertThat(settings.problems()).singleElement().asString().doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no certificate"})
  void whatIsNoCertificateIsAProblem(String pem) throws IOException {
    Path file = Files.writeString(workspace.resolve("odd.pem"), pem);
    var settings =
        new Settings(Map.of("MOLTBOT_GATEWAY", ADDRESS, "MOLTBOT_GATEWAY_CA", file.toString()));
    GatewayConfig.from(settings, workspace);
    assertThat(settings.problems()).singleElement().asString().contains("MOLTBOT_GATEWAY_CA");
  }

  private Gateway from(Map<String, String> values) {
    var settings = new Settings(values);
    Gateway gateway = GatewayConfig.from(settings, workspace);
    assertThat(settings.problems()).isEmpty();
    return gateway;
  }

  private Path write(String name) throws IOException, GeneralSecurityException {
    return Files.writeString(workspace.resolve(name), AUTHORITY.pem());
  }
}
