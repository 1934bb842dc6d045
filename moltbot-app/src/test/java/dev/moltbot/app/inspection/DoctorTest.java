package dev.moltbot.app.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.claude.FakeAnthropic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor says of a set-up that works, or does not. Services are faked at the wire. */
class DoctorTest {
  private static final String NOWHERE = "http://127.0.0.1:9/";

  @TempDir Path folder;

  private CleanSetup setup() throws IOException {
    var setup = CleanSetup.in(folder.toRealPath());
    setup.env("MOLTBOT_DESK_URL", NOWHERE);
    setup.env("MOLTBOT_ANTHROPIC_URL", NOWHERE);
    setup.env("MOLTBOT_TELEGRAM_URL", NOWHERE);
    return setup;
  }

  @Test
  void saysWhichServicesDoNotAnswerAndNothingElse() throws Exception {
    assertThat(found(setup())).containsExactly("service.desk", "service.claude");
  }

  @Test
  void asksClaudeAtTheWire() throws Exception {
    var setup = setup();
    try (var claude = new FakeAnthropic("sk-ant-api03-0f3a9b7c5d1e2f")) {
      setup.env("MOLTBOT_ANTHROPIC_URL", claude.url().toString());
      assertThat(byId(setup, "service.claude").outcome().seen()).contains("the key is good");
      assertThat(found(setup)).containsExactly("service.desk");
      setup.env("MOLTBOT_ANTHROPIC_KEY", "sk-ant-api03-another-key");
      assertThat(found(setup)).contains("service.claude");
    }
  }

  @Test
  void namesWhatIsNotSet() throws Exception {
    var setup = setup();
    setup.change(".openclaw/.env", text -> text.replaceFirst("MOLTBOT_ANTHROPIC_KEY=.*\n", ""));
    Finding found = byId(setup, "configuration.complete");
    assertThat(found.outcome().seen()).contains("MOLTBOT_ANTHROPIC_KEY is not set");
    assertThat(found.outcome().remedy()).isEqualTo("moltbot onboard");
  }

  @Test
  void seesAClockThatWasPutBack() throws Exception {
    var setup = setup();
    setup.at(CleanSetup.NOW.minus(Duration.ofDays(400)));
    assertThat(byId(setup, "machine.clock").outcome().remedy()).contains("timedatectl");
  }

  @Test
  void mendsWhatIsSafeToMend() throws Exception {
    var setup = setup();
    setup.mode(".openclaw/.env", "rw-r--r--");
    setup.mode(".openclaw", "rwxr-xr-x");
    setup.mode("channels/telegram/session", "rw-r--r--");
    List<String> open =
        List.of("credentials.env-mode", "credentials.kept-private", "runtime.home-private");
    assertThat(found(setup)).containsAll(open);
    assertThat(Mending.of(doctor(setup), setup.scene())).hasSize(open.size());
    assertThat(found(setup)).doesNotContainAnyElementsOf(open);
    assertThat(Modes.words(setup.path(".openclaw/.env"))).isEqualTo("rw-------");
    assertThat(Files.readString(setup.path(".openclaw/.env"))).contains("MOLTBOT_DESK_OWNER=4711");
  }

  private static Findings doctor(CleanSetup setup) throws InterruptedException {
    return Inspection.run(Checks.doctor(), setup.scene(), true);
  }

  private static List<String> found(CleanSetup setup) throws InterruptedException {
    return doctor(setup).toMend().stream().map(one -> one.check().id()).toList();
  }

  private static Finding byId(CleanSetup setup, String id) throws InterruptedException {
    return doctor(setup).all().stream()
        .filter(one -> one.check().id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
