package dev.moltbot.tunnel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.egress.AllowList;
import dev.moltbot.domain.egress.Caller;
import dev.moltbot.testkit.SettableTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** At the wire: what arrives at the far side, and what is written down. */
class TunnelTest {
  private static final String HOST = "web.whatsapp.com";
  private static final String CONNECT = connect(HOST + ":443");
  private static final AllowList LIST =
      AllowList.parse(
              HOST
                  + ":443 for whatsapp tunnel 1 MiB an hour\nother.example:443 for moltbot\n"
                  + "  GET /\n")
          .list();

  private static final Duration OPENING = Duration.ofSeconds(5);

  private final SettableTime time = new SettableTime();
  @TempDir private Path folder = Path.of("");
  private final FarSide far = new FarSide();
  private Tunnel tunnel;

  @BeforeEach
  void open() throws IOException {
    Files.createFile(file());
    far.open();
    tunnel = tunnel("127.0.0.0/8");
  }

  @AfterEach
  void close() throws IOException {
    tunnel.close();
    far.close();
  }

  @Test
  void passesOnWhatIsAllowedByteForByte() throws IOException {
    byte[] hello = Hello.of(HOST);
    try (Socket near = asks(CONNECT)) {
      assertThat(answer(near)).startsWith("HTTP/1.1 200");
      near.getOutputStream().write(hello);
      assertThat(near.getInputStream().readNBytes(hello.length)).isEqualTo(hello);
    }
    assertThat(written()).isEmpty();
  }

  @Test
  void readsTlsThatComesInPieces() throws IOException {
    byte[] hello = Hello.inPieces(Hello.of(HOST), 7);
    try (Socket near = asks(CONNECT)) {
      answer(near);
      for (byte one : hello) {
        near.getOutputStream().write(one);
      }
      assertThat(near.getInputStream().readNBytes(hello.length)).isEqualTo(hello);
    }
  }

  static Stream<Arguments> requests() {
    String notListed = "not on the allow-list";
    return Stream.of(
        Arguments.of(connect("evil.example:443"), notListed),
        Arguments.of(connect(HOST + ":80"), notListed),
        Arguments.of(connect(HOST), notListed),
        Arguments.of(connect(HOST + ".:443"), notListed),
        Arguments.of(connect(HOST + ".evil.example:443"), notListed),
        Arguments.of(connect("evil-" + HOST + ":443"), notListed),
        Arguments.of(connect("u@" + HOST + ":443"), notListed),
        Arguments.of(connect(HOST + "%00.evil.example:443"), notListed),
        Arguments.of(connect("203.0.113.1:443"), notListed),
        Arguments.of(connect("other.example:443"), notListed),
        Arguments.of(connect("127.0.0.1:1344"), notListed),
        Arguments.of("GET https://" + HOST + "/ HTTP/1.1\r\n\r\n", "tunnels only"),
        Arguments.of("connect " + HOST + ":443 HTTP/1.1\r\n\r\n", "tunnels only"),
        Arguments.of("CONNECT [::1]:443 HTTP/1.1\r\n\r\n", "tunnels only"),
        Arguments.of("CONNECT " + HOST + ":443\r\n\r\n", "tunnels only"),
        Arguments.of("x".repeat(ConnectRequest.MAX_BYTES + 1), "tunnels only"));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void refusesEveryOtherRequest(String request, String why) throws IOException {
    try (Socket near = asks(request)) {
      assertThat(answer(near)).startsWith("HTTP/1.1 403");
    }
    assertThat(far.calls()).isZero();
    assertThat(written()).singleElement().asString().contains(why, "\"door\":\"");
  }

  static Stream<Arguments> beginnings() {
    byte[] several = Hello.of(HOST);
    return Stream.of(
        Arguments.of(Hello.of("evil.example"), "TLS names another host"),
        Arguments.of(Hello.withoutName(), "TLS names no host"),
        Arguments.of(
            "GET / HTTP/1.1\r\nHost: web.whatsapp.com\r\n\r\n".getBytes(ISO_8859_1), "no TLS"),
        Arguments.of(new byte[] {22, 3, 1, 0, 4, 2, 0, 0, 0}, "no TLS"),
        Arguments.of(new byte[] {22, 3, 1, 0, 6, 1, 0, 0, 2, 3, 3}, "makes no sense"),
        Arguments.of(cut(several, 60), "makes no sense"),
        Arguments.of(new byte[] {22, 3, 1, 0x7f, 0x7f, 1, 0, 0x7f, 0x7f}, "over the limit"));
  }

  /** Nothing is looked up, and nothing sent. */
  @ParameterizedTest
  @MethodSource("beginnings")
  void refusesEveryOtherBeginningOfTls(byte[] bytes, String why) throws IOException {
    try (Socket near = asks(CONNECT)) {
      answer(near);
      near.getOutputStream().write(bytes);
      assertThat(near.getInputStream().read()).isEqualTo(-1);
    }
    assertThat(far.calls()).isZero();
    assertThat(written()).singleElement().asString().contains(why, HOST);
  }

  @Test
  void isNotForOthers() throws IOException {
    tunnel.close();
    tunnel = tunnel("198.18.42.0/24");
    assertThat(isTurnedAway()).isTrue();
    assertThat(far.calls()).isZero();
    assertThat(written()).singleElement().asString().contains("not for whoever asks");
  }

  /** One more than there is room for; who ends makes room. */
  @Test
  void refusesMoreThanThereIsRoomFor() throws Exception {
    List<Socket> silent = new ArrayList<>();
    for (int i = 0; i < Tunnel.MAX_TUNNELS; i++) {
      silent.add(asks("CONNECT "));
    }
    assertThat(isTurnedAway()).isTrue();
    assertThat(written()).singleElement().asString().contains("8 tunnels already");
    for (Socket one : silent) {
      one.close();
    }
    for (int i = 0; i < 100 && isTurnedAway(); i++) {
      pause();
    }
    assertThat(sent(100)).isEqualTo(100);
  }

  /** A byte now and then keeps nobody in. */
  @Test
  void endsABeginningThatTakesTooLong() throws IOException {
    try (Socket near = asks(CONNECT)) {
      answer(near);
      int sent = 0;
      try {
        for (byte one : Hello.of(HOST)) {
          near.getOutputStream().write(one);
          pause();
          sent++;
        }
      } catch (IOException e) {
        assertThat(e).hasMessageMatching("Broken pipe|Connection reset.*");
      }
      assertThat(sent).isLessThan(Hello.of(HOST).length);
    }
    assertThat(far.calls()).isZero();
  }

  /** As seen by the caller: the end, and no answer. */
  private boolean isTurnedAway() throws IOException {
    try (Socket near = asks("")) {
      near.setSoTimeout(200);
      return near.getInputStream().read() == -1;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  /** Up and down count together, over all tunnels; another hour begins anew. */
  @Test
  void endsWhenTheBytesOfTheHourAreUsedUp() throws IOException {
    assertThat(sent(700_000)).isLessThan(1 << 20);
    assertThat(far.received()).isLessThanOrEqualTo(1 << 20).isGreaterThan(300_000);
    assertThat(written().getLast()).contains("1048576 bytes of this hour are used up");
    assertThat(sent(100_000)).isLessThan(100_000);
    long before = far.received();
    time.advance(Duration.ofHours(1));
    assertThat(sent(100_000)).isEqualTo(100_000);
    assertThat(far.received()).isGreaterThan(before);
  }

  /** Squid puts the file aside when it grows, and makes the new one itself. */
  @Test
  void writesIntoTheFileThatIsThere() throws Exception {
    Files.move(file(), folder.resolve("refusals.jsonl.0"));
    var squid =
        Thread.startVirtualThread(() -> {
          try {
            Thread.sleep(300);
            Files.createFile(file());
          } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    try (Socket near = asks(connect("evil.example:443"))) {
      answer(near);
    }
    squid.join();
    assertThat(written()).hasSize(1);
  }

  /** Sends so many bytes after a good beginning; returns how many of them came back. */
  private long sent(int bytes) throws IOException {
    byte[] hello = Hello.of(HOST);
    try (Socket near = asks(CONNECT)) {
      answer(near);
      near.getOutputStream().write(hello);
      var writing =
          Thread.startVirtualThread(() -> {
            try {
              near.getOutputStream().write(new byte[bytes]);
            } catch (IOException e) {
              assertThat(near.isClosed() || e.getMessage() != null).isTrue();
            }
          });
      near.getInputStream().readNBytes(hello.length);
      long back = near.getInputStream().readNBytes(bytes).length;
      writing.join();
      return back;
    } catch (IOException e) {
      return 0; // Reset, with bytes of ours unread.
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Tunnel tunnel(String network) throws IOException {
    var terms =
        new Tunnel.Terms(
            Caller.WHATSAPP,
            Network.of(network),
            LIST,
            new HourlyAllowance(1 << 20, time),
            far::dial,
            new Refusals(file()),
            time,
            OPENING);
    var opened = Tunnel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), terms);
    Thread.startVirtualThread(() -> {
      try {
        opened.serve();
      } catch (IOException e) {
        assertThat(e).hasMessage("Socket closed");
      }
    });
    return opened;
  }

  private Socket asks(String request) throws IOException {
    var near = new Socket(InetAddress.getLoopbackAddress(), tunnel.port());
    near.setSoTimeout(20_000);
    near.getOutputStream().write(request.getBytes(ISO_8859_1));
    return near;
  }

  private static String answer(Socket near) throws IOException {
    return new String(near.getInputStream().readNBytes(39), ISO_8859_1);
  }

  private static String connect(String where) {
    return "CONNECT " + where + " HTTP/1.1\r\nHost: " + HOST + ":443\r\n\r\n";
  }

  private static byte[] cut(byte[] hello, int length) {
    byte[] cut = java.util.Arrays.copyOf(hello, length);
    cut[3] = 0;
    cut[4] = (byte) (length - 5);
    cut[6] = 0;
    cut[7] = 0;
    cut[8] = (byte) (length - 9);
    return cut;
  }

  /** Waits for a line: what is refused after the answer is written down a moment later. */
  private List<String> written() throws IOException {
    List<String> lines = List.of();
    for (int i = 0; i < 20 && lines.isEmpty(); i++) {
      lines = Files.readAllLines(file(), StandardCharsets.UTF_8);
      pause();
    }
    return lines;
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Path file() {
    return folder.resolve("refusals.jsonl");
  }
}
