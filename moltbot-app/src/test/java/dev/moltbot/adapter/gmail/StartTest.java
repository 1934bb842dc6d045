package dev.moltbot.adapter.gmail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.desk.FakeFault;
import dev.moltbot.process.Await;
import dev.moltbot.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code moltbot run} with wrong settings or a wrong bot: clear words, and nothing is touched. */
class StartTest {
  private static final int CONFIG = 78;
  private static final Duration MOMENT = Duration.ofSeconds(1);

  @TempDir private Path folder = Path.of("");
  private Surroundings world;

  @BeforeEach
  void prepare() {
    world = new Surroundings(folder);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void namesEverythingWrongInOneGoAndStartsNothing() {
    Map<String, String> settings = world.settings();
    settings.remove("MOLTBOT_GMAIL_CLIENT_ID");
    settings.remove("MOLTBOT_ANTHROPIC_KEY");
    settings.put("MOLTBOT_GMAIL_ADRESS", "canary");
    settings.put("MOLTBOT_POLL", "soon");
    settings.put("MOLTBOT_DESK_URL", "https://evil.example/");
    settings.put("MOLTBOT_ANTHROPIC_MODEL", "claude-haiku-4-5");
    world.writeEnv(settings);
    assertThat(refused())
        .contains("MOLTBOT_GMAIL_CLIENT_ID is not set: ")
        .contains("MOLTBOT_ANTHROPIC_KEY is not set: ")
        .contains(
            "MOLTBOT_GMAIL_ADRESS is no setting of Moltbot; did you mean MOLTBOT_GMAIL_ADDRESS?")
        .contains("MOLTBOT_POLL is not a time such as")
        .contains("MOLTBOT_DESK_URL must be an http address on this machine")
        .contains("MOLTBOT_ANTHROPIC_MODEL cannot be used")
        .doesNotContain("canary", "evil.example");
    assertThat(folder.resolve(".openclaw")).doesNotExist();
  }

  @Test
  void namesTheLineOfABrokenFile() {
    world.writeEnv("MOLTBOT_DESK_TOKEN\nA='b\n");
    assertThat(refused()).contains(".env:1 is not KEY=value").contains(".env:2 (A) has a quote");
  }

  @Test
  void refusesAFileThatOthersCanRead() throws IOException {
    Files.setPosixFilePermissions(
        folder.resolve(".env"), PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(refused()).contains("can be read by others: run chmod 600");
  }

  private String refused() {
    try (Program run = world.program("run")) {
      assertThat(run.awaitExit()).as(run.talk()).isEqualTo(CONFIG);
      return run.talk();
    }
  }

  @Test
  void saysThatTheTokenIsWrongAndReadsNothing() {
    world.telegram.changeToken("999999:another");
    saysAndReadsNothing("token");
  }

  @Test
  void saysThatAnotherProgramPollsTheBotAndReadsNothing() {
    world.telegram.failNext("getUpdates", FakeFault.otherPoller());
    saysAndReadsNothing("Another program polls this control bot");
  }

  private void saysAndReadsNothing(String words) {
    world.gmail.mailbox.receives("ada@example.org", "Could you come at six?");
    Program run = world.run();
    run.awaitTalk(words, Await.LIMIT);
    Await.never("a request", MOMENT, () -> !world.gmail.requests().isEmpty());
    assertThat(run.stop()).isIn(0, 143);
    assertThat(run.talk()).doesNotContain(Surroundings.TOKEN, "Exception");
  }
}
