package dev.moltbot.app.inspection.deep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.desk.DeskConfig;
import dev.moltbot.adapter.desk.DeskModule;
import dev.moltbot.domain.audit.AuditChain;
import dev.moltbot.domain.audit.AuditEntry;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.audit.Verification;
import dev.moltbot.port.ApprovalDesk;
import dev.moltbot.wire.Gateway;
import dev.moltbot.wire.HttpClients;
import dev.moltbot.wire.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each drill is refused where all is well, and goes through where a weakness was planted. */
class DrillsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @TempDir Path folder;

  @Test
  void letsNobodyButTheOwnerSayYes() {
    Tried tried = new StrangerDrill(42, url -> desk(url, 42)).run();
    assertThat(tried).isEqualTo(new Tried.Refused("14 acts of strangers, none of them counted"));
  }

  @Test
  void findsADeskThatBelievesWhoeverTaps() {
    assertThat(new StrangerDrill(42, url -> new GullibleDesk(desk(url, 42))).run())
        .isEqualTo(
            new Tried.WentThrough(
                "the desk takes for the owner's: a tap, a tap on the owner's card, the owner's"
                    + " tap in a group"));
  }

  @Test
  void provesNothingWithADeskThatHearsNobody() {
    assertThat(new StrangerDrill(42, url -> desk(url, 44)).run())
        .isInstanceOf(Tried.NotTried.class);
    assertThat(new StrangerDrill(42, url -> desk(URI.create("http://127.0.0.1:9/"), 42)).run())
        .isInstanceOf(Tried.NotTried.class);
  }

  private static ApprovalDesk desk(URI url, long owner) {
    var token = Secret.of("1:" + "A".repeat(35));
    var clients = new HttpClients(call -> {}, System::nanoTime, HttpClients.MOLTBOT, Gateway.NONE);
    return new DeskModule(new DeskConfig(url, token, owner, owner, ZoneOffset.UTC)).desk(clients);
  }

  @Test
  void connectsToAStrangerOnlyWhereThatIsPossible() throws IOException {
    InetSocketAddress address;
    try (var stranger = new ServerSocket(0, 1, LOOPBACK)) {
      address = new InetSocketAddress(LOOPBACK, stranger.getLocalPort());
      assertThat(new ReachDrill(List.of(address), PATIENCE).run())
          .isInstanceOf(Tried.WentThrough.class);
    }
    assertThat(new ReachDrill(List.of(address), PATIENCE).run()).isInstanceOf(Tried.Refused.class);
  }

  @Test
  void takesSilenceForNoProof() throws IOException {
    // The queue of those who wait is full: the next one hears nothing.
    try (var busy = new ServerSocket(0, 1, LOOPBACK)) {
      var address = new InetSocketAddress(LOOPBACK, busy.getLocalPort());
      List<Socket> waiting = new ArrayList<>();
      Tried tried = new Tried.WentThrough("");
      for (int i = 0; i < 20 && tried instanceof Tried.WentThrough; i++) {
        var one = new Socket();
        waiting.add(one);
        try {
          one.connect(address, 200);
        } catch (IOException full) {
          tried = new ReachDrill(List.of(address), Duration.ofMillis(200)).run();
        }
      }
      for (var one : waiting) {
        one.close();
      }
      assertThat(tried).isInstanceOf(Tried.NotTried.class);
    }
  }

  @Test
  void findsANameServerThatKnowsThatANameIsNotThere() throws IOException {
    for (int code : new int[] {0, 3}) {
      try (var server = new Answering(code)) {
        assertThat(new LookUpDrill(List.of(server.address()), PATIENCE).run())
            .isInstanceOf(Tried.WentThrough.class);
        assertThat(server.asked()).contains("moltbot-audit").contains("invalid");
      }
    }
  }

  @Test
  void isContentWithAServerThatHasNobodyToAsk() throws IOException {
    InetSocketAddress gone;
    for (int code : new int[] {2, 5}) {
      try (var server = new Answering(code)) {
        gone = server.address();
        assertThat(new LookUpDrill(List.of(gone), PATIENCE).run())
            .isInstanceOf(Tried.Refused.class);
      }
      assertThat(new LookUpDrill(List.of(gone), Duration.ofMillis(200)).run())
          .isInstanceOf(Tried.Refused.class);
    }
    assertThat(new LookUpDrill(List.of(), PATIENCE).run()).isInstanceOf(Tried.Refused.class);
  }

  @Test
  void writesAndReadsWhereItCan() throws IOException {
    Path open = Files.createDirectory(folder.resolve("open"));
    assertThat(FileDrill.write(List.of(open))).isInstanceOf(Tried.WentThrough.class);
    assertThat(open).isEmptyDirectory();
    Path file = Files.writeString(open.resolve("shadow"), "root:*");
    assertThat(FileDrill.read(List.of(file))).isInstanceOf(Tried.WentThrough.class);
    assertThat(FileDrill.read(List.of(open))).isInstanceOf(Tried.WentThrough.class);
  }

  @Test
  void isRefusedWhereItCannot() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(FileDrill.write(List.of(file))).isInstanceOf(Tried.Refused.class);
    assertThat(FileDrill.read(List.of(Files.createDirectory(folder.resolve("hidden")))))
        .isInstanceOf(Tried.Refused.class);
    assertThat(FileDrill.read(List.of(folder.resolve("none")))).isInstanceOf(Tried.NotTried.class);
  }

  @Test
  void findsAProgramThatLendsItsOwnersRights() throws IOException {
    Path program = program("tool", "exit 1");
    assertThat(drill().borrow()).isInstanceOf(Tried.Refused.class);
    Files.setAttribute(program, "unix:mode", 04755);
    assertThat(drill().borrow()).isInstanceOf(Tried.WentThrough.class);
  }

  @Test
  void findsASudoThatAsksForNoPassword() throws IOException, InterruptedException {
    assertThat(drill().ask()).isEqualTo(new Tried.Refused("there is no sudo"));
    program("sudo", "exit 1");
    assertThat(drill().ask()).isInstanceOf(Tried.Refused.class);
    program("sudo", "[ \"$1 $2\" = '-n true' ]");
    assertThat(drill().ask()).isInstanceOf(Tried.WentThrough.class);
  }

  @Test
  void altersACopyOfTheRecordAndSeesWhoDoesNotNotice() {
    List<AuditEntry> record = record(7);
    assertThat(AuditDrill.OURS.on(record)).isInstanceOf(Tried.Refused.class);
    assertThat(new AuditDrill(all -> new Verification.Intact(all.size(), "")).on(record).toString())
        .contains("payload", "type", "hash", "left out", "put in", "exchanged");
    assertThat(AuditDrill.OURS.on(record(2))).isInstanceOf(Tried.NotTried.class);
    List<AuditEntry> broken = new ArrayList<>(record);
    broken.remove(0);
    assertThat(AuditDrill.OURS.on(broken)).isInstanceOf(Tried.NotTried.class);
  }

  private RootDrill drill() {
    return new RootDrill(List.of(folder, folder.resolve("none")));
  }

  private Path program(String name, String line) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + line + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static List<AuditEntry> record(int length) {
    List<AuditEntry> entries = new ArrayList<>();
    AuditChain chain = AuditChain.EMPTY;
    for (int i = 0; i < length; i++) {
      AuditEntry one =
          chain.append(new AuditEvent.BackedUp("0".repeat(64), i, 1), Instant.EPOCH.plusSeconds(i));
      entries.add(one);
      chain = AuditChain.after(one);
    }
    return entries;
  }
}
