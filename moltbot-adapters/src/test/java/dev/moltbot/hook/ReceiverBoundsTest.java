package dev.moltbot.hook;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Callers that wear a server out rather than talk to it. */
class ReceiverBoundsTest {
  private static final Hook.Limits SHORT =
      new Hook.Limits(1 << 20, 8 << 20, Duration.ofMillis(100), 2);

  @TempDir private Path root;

  /** Half a request, and then nothing: the line ends, or the test's own patience does. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "PO",
        "POST /example HTTP/1.1|Host: x|X-Slow",
        "POST /example HTTP/1.1|Content-Type: application/json|Content-Length: 9||{",
        "POST /example HTTP/1.1|Content-Type: application/json|Transfer-Encoding: chunked||5|ab",
      })
  void hangsUpOnWhoNeverComesToAnEnd(String beginning) throws Exception {
    try (var rig = new HookRig(root, SHORT).opened()) {
      assertThat(rig.says(beginning.replace("|", "\r\n"))).isEmpty();
      assertThat(rig.kept()).isEmpty();
    }
  }

  /** Each byte comes in time; the whole does not. */
  @Test
  void hangsUpOnWhoDrips() throws Exception {
    try (var rig = new HookRig(root, SHORT).opened();
        Socket line = rig.line()) {
      OutputStream out = line.getOutputStream();
      out.write(HookRig.bytes("POST /example HTTP/1.1\r\nX-Slow: "));
      Thread dripping = Thread.ofVirtual().start(() -> drip(out));
      assertThat(HookRig.heard(line)).isEmpty();
      dripping.join();
    }
  }

  @Test
  void hangsUpOnMoreThanItServesAtOnceAndRecovers() throws Exception {
    var patient = new Hook.Limits(1 << 20, 8 << 20, Duration.ofMinutes(1), 2);
    try (var rig = new HookRig(root, patient).opened()) {
      var lines = new ArrayList<Socket>();
      for (int i = 0; i < patient.atOnce(); i++) {
        lines.add(rig.line());
        lines.getLast().getOutputStream().write(HookRig.bytes("POST /example HTTP/1.1\r\n"));
      }
      while (rig.posts("{}") != 0) {
        Thread.onSpinWait(); // Until both of them were noticed.
      }
      for (Socket line : lines) {
        line.close();
      }
      while (rig.posts("{}") != 200) {
        Thread.onSpinWait(); // Until both of them are gone.
      }
    }
  }

  @Test
  void readsNoHeadersWithoutEnd() throws Exception {
    try (var rig = new HookRig(root, Hook.Limits.DEFAULT).opened()) {
      String start = "GET /example HTTP/1.1\r\nHost: x\r\n";
      String large = "X-Large: " + "x".repeat(ServerBounds.HEADER_BYTES) + "\r\n";
      assertThat(rig.says(start + large + "\r\n")).isEmpty();
      var many = new StringBuilder(start);
      for (int i = 0; i <= ServerBounds.HEADERS; i++) {
        many.append("X-" + i + ": x\r\n");
      }
      assertThat(rig.says(many + "\r\n")).isEmpty();
      assertThat(rig.posts("{}")).isEqualTo(200);
    }
  }

  @Test
  void opensNoConnectionsWithoutEnd() throws Exception {
    try (var rig = new HookRig(root, Hook.Limits.DEFAULT).opened()) {
      var lines = new ArrayList<Socket>();
      for (int i = 0; i < ServerBounds.CONNECTIONS; i++) {
        lines.add(rig.line());
      }
      try (Socket oneMore = rig.line()) {
        assertThat(HookRig.heard(oneMore)).isEmpty();
      }
      for (Socket line : lines) {
        line.close();
      }
    }
  }

  @Test
  void leavesBoundsThatTheOwnerSetAlone() {
    assertThat(System.getProperty("jdk.httpserver.maxConnections")).isEqualTo("128");
    System.setProperty("jdk.httpserver.maxConnections", "7");
    ServerBounds.set();
    assertThat(System.getProperty("jdk.httpserver.maxConnections")).isEqualTo("7");
    System.setProperty("jdk.httpserver.maxConnections", "128");
  }

  @Test
  void saysAtMostOnceAMinuteThatSignaturesAreWrong() throws Exception {
    var lines = new ListAppender<ILoggingEvent>();
    var log = (Logger) LoggerFactory.getLogger(Counters.class);
    lines.start();
    log.addAppender(lines);
    try (var rig = new HookRig(root, Hook.Limits.DEFAULT).opened()) {
      for (int i = 0; i < 20; i++) {
        assertThat(rig.posts("{\"secret\":\"words\"}", "00")).isEqualTo(403);
      }
      rig.nanos.addAndGet(Counters.BETWEEN_LINES.toNanos());
      rig.posts("{}", "00");
      assertThat(List.copyOf(lines.list))
          .extracting(ILoggingEvent::getFormattedMessage)
          .containsExactly(
              "Example: a call with a wrong signature was refused; 1 so far",
              "Example: a call with a wrong signature was refused; 21 so far");
    } finally {
      log.detachAppender(lines);
    }
  }

  private static void drip(OutputStream out) {
    try {
      while (true) {
        out.write('x');
        out.flush();
        Thread.sleep(5); // A drip is slow by nature; nothing is waited for.
      }
    } catch (java.io.IOException | InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
