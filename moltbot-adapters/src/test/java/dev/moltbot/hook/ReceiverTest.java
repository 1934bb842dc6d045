package dev.moltbot.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.fake.Caller;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverTest {
  @TempDir private Path root;
  private HookRig rig;

  @BeforeEach
  void open() {
    rig = new HookRig(root, Hook.Limits.DEFAULT).opened();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void keepsWhatIsSignedAndOnlyThenSaysSo() throws Exception {
    assertThat(rig.posts("{\"n\":1}")).isEqualTo(200);
    assertThat(rig.kept()).containsExactly("{\"n\":1}");
    assertThat(rig.receiver.tally()).isEqualTo(new Tally(1, 0, 0));
  }

  @Test
  void refusesAWrongSignatureWithoutAWord() throws Exception {
    var no = Caller.post(rig.url("/example"), Map.of(HookRig.HEADER, "00"), HookRig.bytes("{}"));
    assertThat(no).isEqualTo(new Caller.Answered(403, ""));
    assertThat(rig.kept()).isEmpty();
    assertThat(rig.receiver.tally()).isEqualTo(new Tally(0, 1, 0));
  }

  @Test
  void refusesTheSignatureOfAnotherBody() throws Exception {
    assertThat(rig.posts("{}", rig.signature.of(HookRig.bytes("{} ")))).isEqualTo(403);
    assertThat(rig.kept()).isEmpty();
  }

  /** The service keeps what we could not. */
  @Test
  void asksToTryAgainWhenTheDiskIsInTrouble() throws Exception {
    Files.writeString(root.resolve("example"), "a file where the folder should be");
    assertThat(rig.posts("{}")).isEqualTo(503);
    assertThat(rig.receiver.tally()).isEqualTo(new Tally(0, 0, 1));
    Files.delete(root.resolve("example"));
    assertThat(rig.posts("{}")).isEqualTo(200);
    assertThat(rig.kept()).hasSize(1);
  }

  @Test
  void answersOnlyOnItsPath() {
    assertThat(Caller.post(rig.url("/"), Map.of(), new byte[0]).status()).isEqualTo(404);
    assertThat(Caller.post(rig.url("/example/more"), Map.of(), new byte[0]).status())
        .isEqualTo(404);
    assertThat(Caller.post(rig.url("/exampl%65"), Map.of(), new byte[0]).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "HEAD", "TRACE", "OPTIONS"})
  void takesNoOtherMethod(String method) throws Exception {
    assertThat(rig.says(method + " /example HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 405");
  }

  @Test
  void takesJsonOnly() throws Exception {
    String sign = rig.signature.of(HookRig.bytes("{}"));
    String signed =
        HookRig.lines(
            "POST /example HTTP/1.1",
            "Connection: close",
            "Content-Length: 2",
            HookRig.HEADER + ": " + sign);
    assertThat(rig.says(signed + "\r\n{}")).startsWith("HTTP/1.1 415");
    assertThat(rig.says(signed + "Content-Type: text/plain\r\n\r\n{}")).startsWith("HTTP/1.1 415");
    assertThat(rig.says(signed + "Content-Type: Application/JSON; charset=UTF-8\r\n\r\n{}"))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void takesABodyOfJustTheLimitAndNoByteMore() throws Exception {
    int limit = Hook.Limits.DEFAULT.bodyBytes();
    assertThat(rig.posts("x".repeat(limit))).isEqualTo(200);
    assertThat(rig.posts("x".repeat(limit + 1))).isEqualTo(413);
    assertThat(rig.kept()).hasSize(1);
  }

  @Test
  void countsTheBytesThatComeAndNotThoseThatWereAnnounced() throws Exception {
    String chunk = "4000\r\n" + "x".repeat(0x4000) + "\r\n";
    String endless = chunk.repeat(Hook.Limits.DEFAULT.bodyBytes() / 0x4000 + 1) + "0\r\n\r\n";
    String head =
        HookRig.lines(
            "POST /example HTTP/1.1",
            "Host: x",
            "Connection: close",
            "Content-Type: application/json",
            "Transfer-Encoding: chunked",
            "");
    assertThat(rig.says(head + endless)).startsWith("HTTP/1.1 413");
  }

  @Test
  void answersTheHandshakeOfWhoKnowsTheWord() {
    assertThat(Caller.get(rig.url("/example?token=letmein&challenge=4%202")))
        .isEqualTo(new Caller.Answered(200, "4 2"));
    assertThat(Caller.get(rig.url("/example?token=wrong&challenge=42")))
        .isEqualTo(new Caller.Answered(403, ""));
    assertThat(Caller.get(rig.url("/example?token=letmein&token=wrong&challenge=7")).body())
        .isEqualTo("7");
    assertThat(Caller.get(rig.url("/example?token&&=&token=letmein")).status()).isEqualTo(403);
  }

  @Test
  void answersAMalformedAddressAndLivesOn() throws Exception {
    assertThat(rig.says(HookRig.lines("GET /example?token=%zz HTTP/1.1", "Host: x", "")))
        .startsWith("HTTP/1.1 400");
    assertThat(rig.posts("{}")).isEqualTo(200);
  }

  @Test
  void refusesAHandshakeWhereTheServiceAsksNothing() {
    try (var plain = new HookRig(root, 0, Hook.Limits.DEFAULT, Handshake.NONE).opened()) {
      assertThat(Caller.get(plain.url("/example")).status()).isEqualTo(403);
    }
  }

  @Test
  void isNotReachedFromOutside() throws IOException {
    for (var card : java.net.NetworkInterface.networkInterfaces().toList()) {
      for (InetAddress address : card.inetAddresses().toList()) {
        if (!address.isLoopbackAddress()) {
          assertThat(answers(address)).as(address.toString()).isFalse();
        }
      }
    }
    assertThat(Caller.get(URI.create("http://[::1]:" + rig.receiver.port() + "/x")).status())
        .isZero();
  }

  @Test
  void saysInOneLineThatItsPortIsTakenAndOpensOnceItIsFree() throws Exception {
    var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    int port = taken.getLocalPort();
    try (var other = new HookRig(root, port, Hook.Limits.DEFAULT, Handshake.NONE)) {
      var why = other.receiver.open().orElseThrow();
      taken.close();
      assertThat(why.reason()).isEqualTo("port " + port + " on 127.0.0.1 is taken");
      assertThat(why.remedy()).contains("another port").contains("Example");
      assertThat(other.receiver.open()).isEmpty();
    }
  }

  @Test
  void opensOnceAndNeverAfterItsEnd() {
    int port = rig.receiver.port();
    assertThat(rig.receiver.open()).isEmpty();
    assertThat(rig.receiver.port()).isEqualTo(port);
    rig.receiver.close();
    assertThat(rig.receiver.open()).isPresent();
    assertThat(rig.posts("{}")).isZero();
  }

  @Test
  void leavesItsPortToTheNextRun() {
    int port = rig.receiver.port();
    rig.posts("{}");
    rig.close();
    try (var next = new HookRig(root, port, Hook.Limits.DEFAULT, Handshake.NONE).opened()) {
      assertThat(next.posts("{}")).isEqualTo(200);
    }
  }

  @Test
  void keepsABurstWhole() throws Exception {
    long taken =
        IntStream.range(0, 100)
            .parallel()
            .filter(i -> rig.posts("{\"n\":" + i + "}") == 200)
            .count();
    assertThat(rig.kept()).hasSize((int) taken);
    assertThat(taken).isPositive();
  }

  /** By socket, because no URI takes the names of all interfaces. */
  private boolean answers(InetAddress address) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, rig.receiver.port()), 2_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Bare connections are closed by the tests that open them. */
  @Test
  void servesOthersWhileOneSaysNothing() throws Exception {
    try (Socket idle = rig.line()) {
      assertThat(idle.isConnected()).isTrue();
      assertThat(rig.posts("{}")).isEqualTo(200);
    }
  }
}
