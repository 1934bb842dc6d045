package dev.moltbot.app.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Module;
import dev.moltbot.adapter.desk.FakePeople.Person;
import dev.moltbot.adapter.desk.FakeTelegram;
import dev.moltbot.adapter.postgres.TestDatabase;
import dev.moltbot.app.config.EnvFile;
import dev.moltbot.app.config.Environment;
import dev.moltbot.app.runtime.Installed;
import dev.moltbot.app.runtime.Moltbot;
import dev.moltbot.fake.FakeService;
import dev.moltbot.fake.Reply;
import dev.moltbot.port.AuditLog;
import dev.moltbot.setting.Setting;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way with a person who is scripted and services that are played. */
class OnboardingTest {
  private static final String TOKEN = "123456:canary-token";
  private static final String KEY = "sk-ant-canary";
  private static final Person OLENA = new Person(4711, "Olena");
  private static final Person SECOND = new Person(4712, "Olena");

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final Module STORES = DATABASE.stores();

  @TempDir private Path folder = Path.of("");
  private final FakeTelegram telegram = FakeTelegram.start(TOKEN);
  private final FakeService anthropic =
      new FakeService(request ->
          request.header("x-api-key").equals(KEY)
              ? Reply.ok("{\"input_tokens\":8}")
              : Reply.json(
                  401, "{\"type\":\"error\",\"error\":{\"type\":\"authentication_error\"}}"));

  @AfterAll
  static void closeDatabase() {
    DATABASE.close();
  }

  @AfterEach
  void close() {
    telegram.close();
    anthropic.close();
  }

  @Test
  void asksOneThingAtATimeAndEndsWithNothingMissing() throws Exception {
    var person = person(this::follow).says(TOKEN, "", "yes", KEY, "", "pigeon", "roof", "k", "");
    assertThat(walk(person, Map.of()).open()).isEmpty();
    assertThat(person.asked()).isEqualTo(9);
    assertThat(env())
        .containsEntry("MOLTBOT_DESK_TOKEN", TOKEN)
        .containsEntry("MOLTBOT_DESK_OWNER", "4711")
        .containsEntry("MOLTBOT_ANTHROPIC_KEY", KEY)
        .containsEntry("MOLTBOT_PIGEON_LOFT", "roof")
        .containsEntry("MOLTBOT_PIGEON_KEY", "k")
        .containsKey("MOLTBOT_DESK_ZONE");
    assertThat(person.saw())
        .contains("the bot is @moltbot_desk_bot", "BotFather", "Olena", "4711")
        .contains("Ask the keeper for the key.", "whistling", "all are home");
    assertThat(telegram.last(OLENA.id()).text()).startsWith("Paired.");
  }

  @Test
  void asksForEverySecretWithoutShowingIt() throws Exception {
    var person = person(this::follow).says(TOKEN, "", "yes", KEY, "", "pigeon", "roof", "k", "");
    walk(person, Map.of());
    assertThat(person.hidden()).hasSize(3);
    assertThat(person.saw()).doesNotContain(TOKEN, KEY);
  }

  /** As often as there are answers: leave after each, begin anew, and be asked the rest only. */
  @Test
  void canBeLeftAfterEveryAnswerAndAsksNothingTwice() throws Exception {
    List<String[]> sittings =
        List.of(
            new String[] {TOKEN},
            new String[] {"", "yes"},
            new String[] {KEY},
            new String[] {"Europe/Kyiv"},
            new String[] {"pigeon"},
            new String[] {"roof"},
            new String[] {"k"},
            new String[] {""});
    var asked = new ArrayList<Integer>();
    for (String[] sitting : sittings) {
      var person = person(this::follow).says(sitting);
      walk(person, Map.of());
      asked.add(person.asked() - sitting.length);
    }
    // Where the person leaves there is one question more, and after the last answer none.
    assertThat(asked).containsExactly(1, 1, 1, 1, 1, 1, 1, 0);
    var person = person(this::follow);
    assertThat(walk(person, Map.of()).open()).isEmpty();
    assertThat(person.asked()).isZero();
  }

  @Test
  void goesOnWithWhatCanBeAnsweredWhenSomethingIsForLater() throws Exception {
    var person = person(this::follow).says("later", KEY, "later", "pigeon", "later");
    Onboarding.Result result = walk(person, Map.of());
    assertThat(result.left()).isFalse();
    assertThat(env())
        .containsEntry("MOLTBOT_ANTHROPIC_KEY", KEY)
        .doesNotContainKey("MOLTBOT_PIGEON_LOFT");
    assertThat(result.open()).anyMatch(line -> line.startsWith("MOLTBOT_DESK_TOKEN is not set"));
  }

  @Test
  void keepsNothingThatDoesNotWorkAndSaysWhy() throws Exception {
    var person =
        person(this::follow)
            .says("nonsense", "1:wrong-token", TOKEN, "later", "sk-wrong", KEY, "Mars/Base", "UTC")
            .says("pigeons", "pigeon", "cellar", "roof", "later");
    walk(person, Map.of());
    assertThat(person.saw())
        .contains("is not a bot's token", "does not accept the control bot's token")
        .contains("MOLTBOT_DESK_ZONE is not a time zone", "Did you mean pigeon?")
        .contains("MOLTBOT_PIGEON_LOFT is under the ground")
        .doesNotContain("wrong-token", "sk-wrong");
    assertThat(env())
        .containsEntry("MOLTBOT_DESK_TOKEN", TOKEN)
        .containsEntry("MOLTBOT_ANTHROPIC_KEY", KEY)
        .containsEntry("MOLTBOT_PIGEON_LOFT", "roof");
  }

  @Test
  void refusesASecondUserOnRecordAndWarnsThatTheLinkWasSeen() throws Exception {
    var person =
        person(
                link -> {
                  follow(link);
                  telegram.people().writes(SECOND, start(link));
                })
            .says(TOKEN, "", "yes");
    walk(person, Map.of());
    assertThat(env()).containsEntry("MOLTBOT_DESK_OWNER", "4711");
    assertThat(person.saw()).contains("Somebody else had the link");
    assertThat(record())
        .anyMatch(line -> line.contains("PairingRefused") && line.contains("a second user"))
        .anyMatch(line -> line.contains("OwnerPaired") && line.contains("4711"))
        .anyMatch(line -> line.contains("ApiCalled"))
        .noneMatch(line -> line.contains("4712"));
  }

  @Test
  void makesNobodyTheOwnerWithoutAYesAtTheTerminal() throws Exception {
    var person =
        person(link -> telegram.people().writes(SECOND, start(link)))
            .says(TOKEN, "", "no", "later");
    walk(person, Map.of());
    assertThat(env().getOrDefault("MOLTBOT_DESK_OWNER", "")).isEmpty();
    assertThat(record()).anyMatch(line -> line.contains("not confirmed at the terminal"));
    assertThat(telegram.requests("sendMessage")).isEmpty();
  }

  @Test
  void showsAHostileNameAsHarmlessText() throws Exception {
    var hostile = new Person(4713, "\u001b[2JOlena\n\u202eyes");
    var person =
        person(link -> telegram.people().writes(hostile, start(link))).says(TOKEN, "", "no");
    walk(person, Map.of());
    assertThat(person.saw()).contains("Olena").doesNotContain("\u001b", "\u202e");
  }

  @Test
  void changesNothingButTheLinesItSets() throws Exception {
    String mine = "# my own notes\r\n\r\nMOLTBOT_POLL='30s'   \r\n#MOLTBOT_DESK_TOKEN=\r\n# end";
    Files.writeString(folder.resolve(".env"), mine);
    Files.setPosixFilePermissions(
        folder.resolve(".env"), PosixFilePermissions.fromString("rw-------"));
    walk(person(this::follow).says(TOKEN), Map.of());
    assertThat(Files.readString(folder.resolve(".env")))
        .isEqualTo(mine.replace("#MOLTBOT_DESK_TOKEN=", "MOLTBOT_DESK_TOKEN=" + TOKEN));
    assertThat(folder.resolve("home/.env")).doesNotExist();
  }

  @Test
  void doesTheSameWithoutAPersonFromAFile() throws Exception {
    var said = new StringBuilder();
    var given =
        Map.of(
            "MOLTBOT_DESK_TOKEN", TOKEN,
            "MOLTBOT_DESK_OWNER", "4711",
            "MOLTBOT_ANTHROPIC_KEY", "sk-wrong",
            "MOLTBOT_PIGEON_LOFT", "roof",
            "MOLTBOT_POLL", "1m",
            "MOLTBOT_POL", "1m");
    Onboarding.Result result = walk(new Nobody(line -> said.append(line).append('\n')), given);
    assertThat(env())
        .containsEntry("MOLTBOT_DESK_TOKEN", TOKEN)
        .containsEntry("MOLTBOT_DESK_OWNER", "4711")
        .containsEntry("MOLTBOT_POLL", "1m")
        .containsEntry("MOLTBOT_PIGEON_LOFT", "roof");
    assertThat(result.open())
        .anyMatch(line -> line.startsWith("MOLTBOT_ANTHROPIC_KEY is not set"))
        .anyMatch(line -> line.startsWith("MOLTBOT_PIGEON_KEY is not set"));
    assertThat(said).contains("did you mean MOLTBOT_POLL?").doesNotContain("sk-wrong");
  }

  @Test
  void saysOfEverySecretWhereItComesFrom() {
    var unexplained =
        Installed.settings().values().stream()
            .flatMap(List::stream)
            .filter(OnboardingTest::isUnexplained)
            .toList();
    assertThat(unexplained).isEmpty();
    assertThat(isUnexplained(Setting.secret("MOLTBOT_PLANTED", "a key"))).isTrue();
  }

  private static boolean isUnexplained(Setting setting) {
    return setting.need() == Setting.Need.SECRET
        && setting.how().isEmpty()
        && setting.kept().isEmpty();
  }

  @Test
  void keepsWhatItCannotTryAndSaysSo() throws Exception {
    anthropic.close();
    var person = person(this::follow).says("later", KEY);
    walk(person, Map.of());
    assertThat(env()).containsEntry("MOLTBOT_ANTHROPIC_KEY", KEY);
    assertThat(person.saw()).contains("Kept, and not tried");
  }

  private void follow(URI link) {
    assertThat(link.toString())
        .matches("https://t\\.me/moltbot_desk_bot\\?start=[A-Za-z0-9_-]{43}");
    telegram.people().writes(OLENA, start(link));
  }

  private static String start(URI link) {
    return "/start " + link.getQuery().substring("start=".length());
  }

  private static ScriptedPerson person(Consumer<URI> follow) {
    return new ScriptedPerson(follow);
  }

  private Onboarding.Result walk(
      dev.moltbot.app.onboarding.Person person, Map<String, String> given) throws Exception {
    var answers = new Answers(environment(), Pigeons.trusted(), folder, given);
    return new Onboarding(answers, person, () -> Moltbot.storesOnly(STORES)).walk(List.of());
  }

  private Environment environment() {
    var process = new HashMap<String, String>();
    process.put("MOLTBOT_HOME", "home");
    process.put("MOLTBOT_DESK_URL", telegram.baseUrl().toString());
    process.put("MOLTBOT_ANTHROPIC_URL", anthropic.url().toString());
    var known = new HashSet<>(Installed.keys());
    Pigeons.CHANNEL.settings().forEach(setting -> known.add(setting.key()));
    var environment = Environment.read(process, folder, known);
    assertThat(environment.problems()).isEmpty();
    assertThat(environment.workspace().prepare()).isEmpty();
    return environment;
  }

  private Map<String, String> env() {
    return EnvFile.read(folder.resolve("home/.env")).values();
  }

  private static List<String> record() {
    try (Moltbot stores = Moltbot.storesOnly(STORES)) {
      return stores.part(AuditLog.class).tail(100).stream()
          .map(entry -> entry.type() + " " + entry.payload())
          .toList();
    }
  }
}
