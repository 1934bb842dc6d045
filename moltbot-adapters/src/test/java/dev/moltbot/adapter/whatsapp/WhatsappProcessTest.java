package dev.moltbot.adapter.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.moltbot.adapter.whatsapp.BridgeProgram.CannotRun;
import dev.moltbot.channel.Login;
import dev.moltbot.channel.Rehearsal;
import dev.moltbot.setting.Settings;
import dev.moltbot.state.StateFolders;
import dev.moltbot.wire.HttpClients;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings, processes and the login, without Node. */
class WhatsappProcessTest {
  @TempDir private Path root;

  @Test
  void startsTheBridgeOfARehearsalInAProcessThatEndsWithItsInput() throws Exception {
    try (var whatsapp = new FakeWhatsapp(WhatsappRig.NUMBER)) {
      var running = (BridgeProcess) new RehearsalProgram(whatsapp.port()).start();
      var lines = new LineReader(running.out(), Wire.MAX_LINE_BYTES);
      assertThat(lines.next()).hasValueSatisfying(line -> assertThat(line).contains("hello"));
      assertThat(running.process().info().command().orElse("")).endsWith("java");
      running.in().close();
      running.process().waitFor();
      assertThat(lines.next()).isEmpty();
    }
  }

  @Test
  void readsLinesOfBoundedLength() throws IOException {
    var lines = new LineReader(bytes("one\ntwo\nthree"), 5);
    assertThat(lines.next()).contains("one");
    assertThat(lines.next()).contains("two");
    assertThat(lines.next()).isEmpty();
    var endless = new LineReader(bytes("x".repeat(100)), 5);
    assertThatExceptionOfType(LineReader.Nonsense.class).isThrownBy(endless::next);
  }

  @Test
  void saysHowToInstallTheBridge() throws IOException {
    assertThatExceptionOfType(CannotRun.class)
        .isThrownBy(new NodeProgram("node", root)::start)
        .satisfies(e -> assertThat(e.remedy()).contains("MOLTBOT_WHATSAPP_BRIDGE"));
    Files.createDirectories(root.resolve("src"));
    Files.writeString(root.resolve("src/main.js"), "");
    assertThatExceptionOfType(CannotRun.class)
        .isThrownBy(new NodeProgram("node", root)::start)
        .satisfies(e -> assertThat(e.remedy()).contains("npm ci", root.toString()));
    Path baileys = root.resolve("node_modules/@whiskeysockets/baileys");
    Files.createDirectories(baileys);
    Files.writeString(baileys.resolve("package.json"), "{}");
    assertThatExceptionOfType(CannotRun.class)
        .isThrownBy(new NodeProgram(root.resolve("no-node").toString(), root)::start)
        .satisfies(e -> assertThat(e.remedy()).contains("Install Node 20"));
  }

  @Test
  void readsVersionsOfNode() {
    assertThat(NodeProgram.Version.of("v20.20.2\n")).contains(new NodeProgram.Version(20, 20));
    assertThat(NodeProgram.Version.of("v26.10.0\n")).contains(new NodeProgram.Version(26, 10));
    assertThat(NodeProgram.Version.of("segmentation fault")).isEmpty();
  }

  @Test
  void findsTheBridgeOfTheCheckout() {
    assertThat(BridgeFolder.beside(WhatsappConfig.class))
        .isDirectory()
        .endsWithRaw(Path.of("moltbot-adapters", "whatsapp-bridge"));
  }

  @Test
  void isOffUntilARequiredSettingIsThere() {
    assertThat(WhatsappModule.CHANNEL.wanted(new Settings(Map.of()))).isFalse();
    assertThat(WhatsappModule.CHANNEL.wanted(new Settings(Map.of("MOLTBOT_WHATSAPP_NODE", "x"))))
        .isFalse();
    assertThat(WhatsappModule.CHANNEL.wanted(new Settings(settings("+380 50 111-22-33")))).isTrue();
  }

  @Test
  void readsANumberHoweverItIsWritten() {
    var settings = new Settings(settings("380 (50) 111-22-33"));
    assertThat(WhatsappConfig.from(settings).account().name()).isEqualTo("+380501112233");
    assertThat(settings.problems()).isEmpty();
  }

  @Test
  void namesWhatIsWrongWithTheSettings() {
    var values = settings("somebody");
    values.put("MOLTBOT_WHATSAPP_SESSION_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    var settings = new Settings(values);
    WhatsappConfig.from(settings);
    assertThat(settings.problems())
        .hasSize(2)
        .anyMatch(problem -> problem.startsWith("MOLTBOT_WHATSAPP_NUMBER"))
        .anyMatch(problem -> problem.contains("is not random; make one with openssl"))
        .noneMatch(problem -> problem.contains("AAAA"));
  }

  @Test
  void linksAPhone() throws InterruptedException {
    try (var whatsapp = new FakeWhatsapp(WhatsappRig.NUMBER)) {
      whatsapp.goes(FakeWhatsapp.Manner.SCANNED);
      var steps = new Shown();
      Login.Outcome outcome = login(whatsapp, steps);
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Login.Outcome.Stored.class,
              stored -> assertThat(stored.where()).contains(root.toString()));
      assertThat(steps.codes).hasSize(1);
      assertThat(steps.said.getFirst()).contains("Linked devices");
    }
  }

  @Test
  void leavesNothingWhenNobodyScansOrItIsTheWrongPhone() throws InterruptedException {
    try (var whatsapp = new FakeWhatsapp(WhatsappRig.NUMBER)) {
      whatsapp.goes(FakeWhatsapp.Manner.UNSCANNED);
      assertThat(login(whatsapp, new Shown()))
          .isEqualTo(new Login.Outcome.Failed("no phone scanned the code in time", Endings.LOGIN));
      whatsapp.goes(FakeWhatsapp.Manner.OTHER_NUMBER);
      assertThat(login(whatsapp, new Shown()))
          .isInstanceOfSatisfying(
              Login.Outcome.Failed.class,
              failed -> assertThat(failed.reason()).contains("another number"));
      assertThat(root.resolve("whatsapp/current")).doesNotExist();
    }
  }

  @Test
  void playsItsServiceForARehearsal() throws InterruptedException {
    try (Rehearsal.Stage stage = WhatsappModule.CHANNEL.rehearsal().open().orElseThrow()) {
      var settings = new Settings(stage.settings());
      assertThat(WhatsappConfig.from(settings).program()).isInstanceOf(RehearsalProgram.class);
      assertThat(settings.problems()).isEmpty();
    }
  }

  private Login.Outcome login(FakeWhatsapp whatsapp, Login.Steps steps)
      throws InterruptedException {
    Map<String, String> values = settings("+" + WhatsappRig.NUMBER);
    values.put("MOLTBOT_WHATSAPP_BRIDGE", "rehearsal:" + whatsapp.port());
    var world =
        new Login.World(
            new Settings(values),
            new StateFolders(root),
            new HttpClients(call -> {}, System::nanoTime),
            InstantSource.system(),
            System::nanoTime,
            new Random(1));
    return new WhatsappLogin(Duration.ZERO).walk(world, steps);
  }

  private static Map<String, String> settings(String number) {
    var values = new HashMap<String, String>();
    values.put("MOLTBOT_WHATSAPP_NUMBER", number);
    values.put("MOLTBOT_WHATSAPP_SESSION_KEY", "q3Jm0k2Yw7kF1b8yq8m1m3o5Zt0l6v4x2c9e7g5i3kE=");
    return values;
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static final class Shown implements Login.Steps {
    final List<String> said = new ArrayList<>();
    final List<String> codes = new ArrayList<>();

    @Override
    public void say(String line) {
      said.add(line);
    }

    @Override
    public void open(URI page) {}

    @Override
    public void qr(String code, Duration goodFor) {
      codes.add(code);
    }
  }
}
