package dev.moltbot.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.claude.FakeAnthropic;
import dev.moltbot.adapter.desk.FakeTelegram;
import dev.moltbot.app.trust.Jars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stranger's channel: trusted, read by a run, changed by one byte, and refused. */
class ChannelJarTest {
  private static final String MAIN = "dev.moltbot.app.Main";
  private static final long OWNER = 4711;
  private static final int CONFIG = 78;

  @TempDir private Path folder = Path.of("");
  private final FakeTelegram telegram = FakeTelegram.start("123456:canary-token");
  private final FakeAnthropic claude = new FakeAnthropic("sk-ant-canary");

  @AfterEach
  void close() {
    telegram.close();
    claude.close();
  }

  @Test
  void isTrustedReadAndRefusedOnceItIsChanged() throws IOException {
    Files.createDirectory(folder.resolve("channels"));
    Path file = Jars.pigeon().to(folder.resolve("downloads/pigeon-1.2.jar"));
    writeEnv();
    assertThat(said(0, "channels", "trust", file.toString(), "--yes"))
        .contains("pigeon-1.2.jar", Jars.PIGEON, "MOLTBOT_PIGEON_LOFT", "Pigeon post 1.2?[31m");
    Path lock = folder.resolve(".openclaw/channels.lock");
    assertThat(Files.getPosixFilePermissions(lock))
        .isEqualTo(PosixFilePermissions.fromString("r--------"));
    isRead();
    assertThat(Files.readString(folder.resolve(".openclaw/logs/actions.log")))
        .contains("ChannelTrusted", "pigeon-1.2.jar sha256:");
    isRefusedWhenChanged(folder.resolve("channels/pigeon-1.2.jar"));
  }

  private void isRead() {
    claude.always(asked -> FakeAnthropic.answer("needs_reply", "Asks for corn.", "A sack."));
    try (Program run = program("run")) {
      run.awaitTalk("from jars: pigeon-1.2.jar sha256:", Await.LIMIT);
      Await.until("a card", () -> shown("Columba"), run::talk);
      assertThat(said(0, "channels", "--probe", "--plain"))
          .contains("pigeon\n  state: working\n  account: roof\n")
          .contains("the service says: all pigeons are home");
      assertThat(run.stop()).isIn(0, 143);
    }
  }

  private boolean shown(String who) {
    return telegram.shown(OWNER).stream().anyMatch(card -> card.text().contains(who));
  }

  private void isRefusedWhenChanged(Path jar) throws IOException {
    byte[] bytes = Files.readAllBytes(jar);
    bytes[bytes.length / 2] ^= 1;
    Files.write(jar, bytes);
    assertThat(said(CONFIG, "run"))
        .contains("channels/pigeon-1.2.jar is not the jar that was trusted: its SHA-256 is ")
        .contains("Nothing was started");
  }

  private String said(int status, String... arguments) {
    try (Program command = program(arguments)) {
      assertThat(command.awaitExit()).as(command.talk()).isEqualTo(status);
      return command.talk();
    }
  }

  private Program program(String... arguments) {
    return Program.start(
        MAIN, folder, Map.of("PATH", String.valueOf(System.getenv("PATH"))), arguments);
  }

  private void writeEnv() throws IOException {
    var settings = new LinkedHashMap<String, String>();
    settings.put("MOLTBOT_DESK_TOKEN", "123456:canary-token");
    settings.put("MOLTBOT_DESK_OWNER", Long.toString(OWNER));
    settings.put("MOLTBOT_DESK_URL", telegram.baseUrl().toString());
    settings.put("MOLTBOT_ANTHROPIC_KEY", "sk-ant-canary");
    settings.put("MOLTBOT_ANTHROPIC_URL", claude.url().toString());
    settings.put("MOLTBOT_PIGEON_LOFT", "roof");
    settings.put("MOLTBOT_POLL", "0.3s");
    settings.put("MOLTBOT_SETTLE", "0s");
    var lines = new StringBuilder();
    settings.forEach((key, value) -> lines.append(key).append('=').append(value).append('\n'));
    Path env = folder.resolve(".env");
    Files.writeString(env, lines);
    Files.setPosixFilePermissions(env, PosixFilePermissions.fromString("rw-------"));
  }
}
