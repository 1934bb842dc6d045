package dev.moltbot.adapter.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.moltbot.channel.Login;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.SendOutcome;
import dev.moltbot.setting.Settings;
import dev.moltbot.state.Spool;
import dev.moltbot.state.StateFolder;
import dev.moltbot.state.StateFolders;
import dev.moltbot.testkit.Approved;
import dev.moltbot.wire.HttpClients;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The adapter in front of the real bridge, as a real Node process under Node's own guard; only
 * Baileys' socket is replaced. Needs {@code npm ci} in the bridge's folder.
 */
@Tag("peers")
class RealBridgeTest {
  private static final String FRIEND = "380670000001@s.whatsapp.net";
  private static final AccountId ACCOUNT = WhatsappRig.ACCOUNT;

  @TempDir private Path root;

  private final Path folder = BridgeFolder.beside(WhatsappConfig.class);
  private final NodeProgram program = new NodeProgram("node", folder, "test/fake-main.js");
  private final List<String> codes = new ArrayList<>();
  private Bridge bridge;

  @BeforeEach
  void isInstalled() {
    assumeTrue(
        Files.isDirectory(folder.resolve("node_modules")),
        "the WhatsApp bridge is not installed: npm ci in its folder");
    this.bridge = bridge();
  }

  @AfterEach
  void close() {
    if (bridge != null) {
      bridge.close();
    }
  }

  @Test
  void linksSendsAndReads() throws Exception {
    assertThat(login()).isInstanceOf(Login.Outcome.Stored.class);
    assertThat(codes).singleElement().asString().startsWith("https://wa.me/");
    var message = Approved.release(Approved.draft(ACCOUNT, FRIEND, "Friday."));
    var sender = new WhatsappSender(bridge, ACCOUNT);
    assertThat(sender.send(message)).isInstanceOf(SendOutcome.Delivered.class);
    var spooled = bridge.inbox().after(0, 10, Duration.ofSeconds(5));
    assertThat(spooled).hasSize(1);
    assertThat(spooled.getFirst().text()).contains("You said: Friday.");
    assertThat(sender.send(message)).isInstanceOf(SendOutcome.Delivered.class);
  }

  @Test
  void keepsTheSessionAcrossARestartOfEverything() throws Exception {
    login();
    bridge.tend();
    assertThat(bridge.settled(Duration.ofSeconds(10))).isInstanceOf(Standing.Open.class);
    bridge.close();
    for (int i = 0; i < 500 && !lockIsFree(); i++) {
      Thread.onSpinWait();
    }
    bridge = bridge();
    bridge.tend();
    assertThat(bridge.settled(Duration.ofSeconds(10))).isInstanceOf(Standing.Open.class);
    assertThat(codes).hasSize(1);
  }

  @Test
  void isGoneWhenItIsClosed() throws Exception {
    var running = (BridgeProcess) program.start();
    assertThat(running.process().isAlive()).isTrue();
    running.in().close();
    assertThat(running.process().waitFor()).isZero();
  }

  /** The guard is Node's: the bridge may read its own folder, and write and start nothing. */
  @Test
  void mayNotTouchFilesOrStartPrograms() throws Exception {
    Path probe = folder.resolve("node_modules").resolve("moltbot-probe.mjs");
    Files.writeString(
        probe,
        """
        import fs from 'node:fs';
        import { spawnSync } from 'node:child_process';
        const tries = [
          () => fs.readFileSync('/etc/hostname'),
          () => fs.writeFileSync(new URL('x', import.meta.url), 'x'),
          () => spawnSync('true'),
        ];
        const refused = tries.map(t => { try { t(); return 'done'; } catch (e) { return e.code; } });
        console.log(refused.join(' ') + ' ' + Object.keys(process.env).length);
        """);
    try {
      var running = (BridgeProcess) new NodeProgram("node", folder, probe.toString()).start();
      String said = new String(running.out().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(said.strip()).isEqualTo("ERR_ACCESS_DENIED ERR_ACCESS_DENIED ERR_ACCESS_DENIED 0");
    } finally {
      Files.delete(probe);
    }
  }

  private boolean lockIsFree() throws IOException {
    var lock = new LinkLock(stateFolder());
    boolean free = lock.take();
    lock.release();
    return free;
  }

  private Login.Outcome login() throws IOException, InterruptedException {
    var settings = new Settings(Map.of());
    var world =
        new Login.World(
            settings,
            new StateFolders(root),
            new HttpClients(call -> {}, System::nanoTime),
            InstantSource.system(),
            System::nanoTime,
            new Random(1));
    var config = new WhatsappConfig("+" + WhatsappRig.NUMBER, WhatsappRig.KEY, program);
    return new WhatsappLogin(Duration.ZERO).walk(config, stateFolder(), world, new Noted());
  }

  private StateFolder stateFolder() {
    return new StateFolders(root).of(WhatsappConfig.CHANNEL);
  }

  private Bridge bridge() {
    StateFolder state = stateFolder();
    return new Bridge(
        new Bridge.Parts(
            program,
            Links.in(state, WhatsappRig.KEY),
            new LinkLock(state),
            new Spool(state.within("inbox"), InstantSource.system()),
            Patience.usual(System::nanoTime, new Random(1)),
            InstantSource.system()),
        WhatsappRig.NUMBER);
  }

  private final class Noted implements Login.Steps {
    @Override
    public void say(String line) {}

    @Override
    public void open(URI page) {}

    @Override
    public void qr(String code, Duration goodFor) {
      codes.add(code);
    }
  }
}
