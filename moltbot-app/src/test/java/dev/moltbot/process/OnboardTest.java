package dev.moltbot.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.moltbot.adapter.desk.FakePeople.Person;
import dev.moltbot.adapter.desk.FakeTelegram;
import dev.moltbot.app.command.Schemas;
import dev.moltbot.app.config.EnvFile;
import dev.moltbot.fake.FakeService;
import dev.moltbot.fake.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code moltbot onboard} as a program: on a terminal, killed, and without one. */
class OnboardTest {
  private static final String TOKEN = "123456:canary-token";
  private static final String KEY = "sk-ant-canary-key";
  private static final Person OLENA = new Person(4711, "Olena");
  private static final Pattern LINK = Pattern.compile("start=([A-Za-z0-9_-]{43})");
  private static final String ZONE_PROMPT = "MOLTBOT_DESK_ZONE";

  @TempDir private Path folder = Path.of("");
  private final FakeTelegram telegram = FakeTelegram.start(TOKEN);
  private final FakeService anthropic = new FakeService(r -> Reply.ok("{\"input_tokens\":8}"));

  @AfterEach
  void close() {
    telegram.close();
    anthropic.close();
  }

  @Test
  @Tag("long")
  void survivesAKillAfterEveryStepAndAsksOnlyWhatIsLeft() {
    needTerminal();
    try (var program = start()) {
      program.awaitWords("it is not shown");
      program.type(TOKEN);
      program.awaitWords("Kept: the bot is @moltbot_desk_bot");
      program.kill();
    }
    try (var program = start()) {
      program.awaitWords("Enter makes the link");
      assertThat(program.screen()).doesNotContain("MOLTBOT_DESK_TOKEN");
      program.type("");
      follow(program);
      program.awaitWords("Type yes");
      program.kill();
    }
    assertThat(env()).containsEntry("MOLTBOT_DESK_OWNER", "");
    try (var program = start()) {
      program.awaitWords("Enter makes the link");
      program.type("");
      follow(program);
      program.awaitWords("Type yes");
      program.type("yes");
      program.awaitWords("Paired; the bot has written to you.");
      program.kill();
    }
    try (var program = start()) {
      program.awaitWords("MOLTBOT_ANTHROPIC_KEY");
      program.awaitWords("it is not shown");
      assertThat(program.screen()).doesNotContain("Enter makes the link");
      program.type(KEY);
      program.awaitWords("Kept: the key is good");
      program.kill();
    }
    try (var program = start()) {
      program.awaitWords(ZONE_PROMPT);
      assertThat(program.screen()).doesNotContain("it is not shown");
      program.type("Europe/Kyiv");
      program.awaitWords("Which channels");
      program.endInput();
      assertThat(program.awaitExit()).isEqualTo(78);
    }
    assertThat(env())
        .containsEntry("MOLTBOT_DESK_TOKEN", TOKEN)
        .containsEntry("MOLTBOT_DESK_OWNER", "4711")
        .containsEntry("MOLTBOT_ANTHROPIC_KEY", KEY)
        .containsEntry("MOLTBOT_DESK_ZONE", "Europe/Kyiv");
  }

  /** The zone is echoed: a secret would be seen here if it were. */
  @Test
  void showsNoSecretOnATerminalThatEchoes() throws IOException {
    needTerminal();
    try (var program = start()) {
      program.awaitWords("it is not shown");
      program.type(TOKEN);
      program.awaitWords("Kept: the bot");
      program.awaitWords("Enter makes the link");
      program.type("later");
      program.awaitWords("MOLTBOT_ANTHROPIC_KEY");
      Await.until(
          "the second hidden prompt",
          () -> program.screen().split("it is not shown", -1).length > 2,
          program::screen);
      program.type(KEY);
      program.awaitWords(ZONE_PROMPT);
      program.awaitWords("Enter for");
      program.type("Europe/Kyiv");
      program.awaitWords("Which channels");
      program.endInput();
      assertThat(program.awaitExit()).isEqualTo(78);
      assertThat(program.screen())
          .contains("Europe/Kyiv", "later", "Still missing")
          .doesNotContain(TOKEN, KEY, "canary");
    }
    Path env = folder.resolve(".openclaw/.env");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(env)))
        .isEqualTo("rw-------");
  }

  @Test
  void asksNobodyWhereThereIsNoTerminal() {
    try (Program program = Program.start("dev.moltbot.app.Main", folder, services(), "onboard")) {
      assertThat(program.awaitExit()).isEqualTo(2);
      assertThat(program.talk()).contains("--no-input");
    }
  }

  @Test
  void saysWhatIsMissingWithoutATerminalAndKeepsItsSchema() throws IOException {
    Path from = folder.resolve("mine.env");
    Files.writeString(from, "MOLTBOT_DESK_TOKEN='" + TOKEN + "'\nMOLTBOT_DESK_OWNER=4711\n");
    Files.setPosixFilePermissions(from, PosixFilePermissions.fromString("rw-------"));
    try (Program program =
        Program.start(
            "dev.moltbot.app.Main",
            folder,
            services(),
            "onboard",
            "--json",
            "--from",
            "mine.env")) {
      assertThat(program.awaitExit()).isEqualTo(78);
      String json =
          program.talk().lines().filter(line -> line.startsWith("{")).findFirst().orElseThrow();
      Schemas.assertKeeps("onboard", json);
      assertThat(json).contains("MOLTBOT_ANTHROPIC_KEY").contains("\"ready\":false");
      assertThat(program.talk()).doesNotContain("canary");
    }
    assertThat(env()).containsEntry("MOLTBOT_DESK_OWNER", "4711");
  }

  @Test
  void refusesAFileThatOthersCanRead() throws IOException {
    Path from = folder.resolve("mine.env");
    Files.writeString(from, "MOLTBOT_DESK_OWNER=4711\n");
    Files.setPosixFilePermissions(from, PosixFilePermissions.fromString("rw-r--r--"));
    try (Program program =
        Program.start(
            "dev.moltbot.app.Main",
            folder,
            services(),
            "onboard",
            "--no-input",
            "--from",
            "mine.env")) {
      assertThat(program.awaitExit()).isEqualTo(78);
      assertThat(program.talk()).contains("chmod 600");
    }
  }

  private static void needTerminal() {
    assumeTrue(
        TerminalProgram.possible(),
        "skipped: util-linux's script, which makes a terminal, is not here");
  }

  private TerminalProgram start() {
    return TerminalProgram.start(folder, services(), "onboard");
  }

  private Map<String, String> services() {
    var services = new HashMap<String, String>();
    services.put("MOLTBOT_DESK_URL", telegram.baseUrl().toString());
    services.put("MOLTBOT_ANTHROPIC_URL", anthropic.url().toString());
    return services;
  }

  /** As a person with a phone does it. */
  private void follow(TerminalProgram program) {
    Await.until("a link", () -> LINK.matcher(program.screen()).find(), program::screen);
    Matcher link = LINK.matcher(program.screen());
    assertThat(link.find()).isTrue();
    telegram.people().writes(OLENA, "/start " + link.group(1));
  }

  private Map<String, String> env() {
    return EnvFile.read(folder.resolve(".openclaw/.env")).values();
  }
}
