package dev.moltbot.adapter.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.moltbot.adapter.whatsapp.BridgeProgram.CannotRun;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.SendOutcome;
import dev.moltbot.setting.Settings;
import dev.moltbot.state.Spool;
import dev.moltbot.testkit.Approved;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bridge that is not started but found, at a real socket. */
class SocketProgramTest {
  private static final AccountId ACCOUNT = WhatsappRig.ACCOUNT;
  private static final String FRIEND = "380670000001@s.whatsapp.net";

  @TempDir private Path root;

  @Test
  void isNamedByItsSocket() {
    var settings = new Settings(Map.of("MOLTBOT_WHATSAPP_BRIDGE", "unix:/run/bridge/socket"));
    assertThat(WhatsappConfig.from(settings).program())
        .isEqualTo(new SocketProgram(Path.of("/run/bridge/socket")));
    var wrong = new Settings(Map.of("MOLTBOT_WHATSAPP_BRIDGE", "unix:socket"));
    WhatsappConfig.from(wrong);
    assertThat(wrong.problems()).anyMatch(one -> one.startsWith("MOLTBOT_WHATSAPP_BRIDGE"));
  }

  @Test
  void saysHowToStartIt() {
    var program = new SocketProgram(root.resolve("socket"));
    assertThatExceptionOfType(CannotRun.class)
        .isThrownBy(program::check)
        .satisfies(e -> assertThat(e.remedy()).contains("--profile whatsapp"));
    assertThatIOException().isThrownBy(program::start);
  }

  /** Over the socket as over a process; a bridge that ended is found again when it is back. */
  @Test
  void sendsAndComesBack() throws Exception {
    Path socket = root.resolve("socket");
    try (var rig = new WhatsappRig(root.resolve("state"))) {
      rig.bridge = at(socket, rig);
      assertThat(rig.connects()).isInstanceOf(Standing.Waiting.class);
      try (var waiting = new WaitingBridge(socket, rig.whatsapp.port())) {
        rig.rests();
        assertThat(rig.connects()).isInstanceOf(Standing.Open.class);
        rig.accepts();
        assertThat(rig.sender().send(Approved.release(Approved.draft(ACCOUNT, FRIEND, "Friday."))))
            .isInstanceOf(SendOutcome.Delivered.class);
        waiting.hangUp();
        while (rig.bridge.standing() instanceof Standing.Open) {
          Thread.onSpinWait();
        }
        rig.rests();
        assertThat(rig.connects()).isInstanceOf(Standing.Open.class);
        assertThat(waiting.connections()).isEqualTo(2);
      }
    }
  }

  private static Bridge at(Path socket, WhatsappRig rig) {
    return new Bridge(
        new Bridge.Parts(
            new SocketProgram(socket),
            rig.links,
            new LinkLock(rig.folder),
            new Spool(rig.folder.within("inbox"), rig.time),
            Patience.usual(rig.nanos::get, new Random(1)),
            rig.time),
        WhatsappRig.NUMBER);
  }
}
