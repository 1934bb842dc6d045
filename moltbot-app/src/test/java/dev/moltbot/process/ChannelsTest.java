package dev.moltbot.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.app.runtime.Installed;
import dev.moltbot.setting.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code moltbot channels} and {@code channels login} before anything was ever started. */
class ChannelsTest {
  private static final String MAIN = "dev.moltbot.app.Main";

  @TempDir private Path folder = Path.of("");

  @Test
  void saysThatThereIsNoDatabaseYetAndMakesNone() {
    assertThat(said(0, "channels"))
        .contains("CHANNEL", "not-configured", "There is no database yet")
        .doesNotContain("Exception");
    assertThat(folder.resolve(".openclaw")).doesNotExist();
  }

  @Test
  void exitsWithOneWhenAChannelIsHalfSetUpAndAsksNobodyThen() throws IOException {
    String required =
        Installed.CHANNELS.stream()
            .map(channel -> channel.settings().stream().filter(Setting::required).toList())
            .filter(settings -> settings.size() > 1)
            .map(settings -> settings.getFirst().key())
            .findFirst()
            .orElseThrow();
    env(required + "=canary@example.org\n");
    assertThat(said(1, "channels", "--probe"))
        .contains("misconfigured", "is not set")
        .doesNotContain("canary", "the service says");
  }

  @Test
  void saysWhichChannelWasMeantAndWhichHasNoLogin() throws IOException {
    String first = Installed.CHANNELS.getFirst().name();
    assertThat(said(2, "channels", "login", first + "x"))
        .contains("No channel is called", "Did you mean " + first + "?");
    env("MOLTBOT_NO_SUCH=1\n");
    assertThat(said(78, "channels", "login", first)).contains("is no setting of Moltbot");
  }

  private void env(String text) throws IOException {
    Path env = folder.resolve(".env");
    Files.writeString(env, text);
    Files.setPosixFilePermissions(env, PosixFilePermissions.fromString("rw-------"));
  }

  private String said(int status, String... arguments) {
    try (Program command =
        Program.start(
            MAIN, folder, Map.of("PATH", String.valueOf(System.getenv("PATH"))), arguments)) {
      assertThat(command.awaitExit()).as(command.talk()).isEqualTo(status);
      return command.talk();
    }
  }
}
