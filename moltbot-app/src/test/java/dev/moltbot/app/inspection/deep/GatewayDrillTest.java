package dev.moltbot.app.inspection.deep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that lets a call through is told from one that forbids it. */
class GatewayDrillTest {
  @TempDir Path folder;

  @Test
  void isContentWhenBothAreForbiddenOrCutOff() throws IOException {
    assertThat(with("403 Forbidden", "403 Forbidden")).isInstanceOf(Tried.Refused.class);
    assertThat(with("403 Forbidden", "")).isInstanceOf(Tried.Refused.class);
    assertThat(with("", "403 Forbidden")).isInstanceOf(Tried.Refused.class);
  }

  @Test
  void findsOneThatLooksForbiddenNamesUp() throws IOException {
    assertThat(with("503 Service Unavailable", "403 Forbidden"))
        .isInstanceOf(Tried.WentThrough.class);
    assertThat(with("403 Forbidden", "502 Bad Gateway")).isInstanceOf(Tried.WentThrough.class);
    assertThat(with("200 OK", "403 Forbidden")).isInstanceOf(Tried.WentThrough.class);
  }

  @Test
  void isContentWithATunnelThatIsCutOffInside() throws IOException {
    assertThat(with("403 Forbidden", "200 Connection established"))
        .isInstanceOf(Tried.Refused.class);
  }

  @Test
  void saysWhenThereIsNobodyToAsk() throws IOException {
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertThat(drill(port)).isInstanceOf(Tried.NotTried.class);
  }

  private Tried with(String inClear, String tunnel) throws IOException {
    try (var gateway = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> serve(gateway, inClear, tunnel));
      return drill(gateway.getLocalPort());
    }
  }

  private Tried drill(int port) {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    return new GatewayDrill(address, folder.resolve("none.pem"), Duration.ofSeconds(5)).run();
  }

  /** Answers, or not, and hangs up. */
  private static void serve(ServerSocket gateway, String inClear, String tunnel) {
    try {
      while (true) {
        try (Socket one = gateway.accept()) {
          var request = new StringBuilder();
          while (!request.toString().endsWith("\r\n\r\n")) {
            request.append((char) one.getInputStream().read());
          }
          String status = request.toString().startsWith("CONNECT ") ? tunnel : inClear;
          if (!status.isEmpty()) {
            String answer = "HTTP/1.1 " + status + "\r\n\r\n";
            one.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
          }
        }
      }
    } catch (IOException closed) {
      return;
    }
  }
}
