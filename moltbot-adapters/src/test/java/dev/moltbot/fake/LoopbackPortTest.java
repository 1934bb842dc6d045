package dev.moltbot.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoopbackPortTest {
  /** The lowest port that any system in use gives away by itself (Linux; others begin higher). */
  private static final int FIRST_GIVEN = 32_768;

  @Test
  void noneIsOneThatTheSystemGivesToAConnection() {
    assertThat(IntStream.range(0, 50).map(i -> LoopbackPort.free()))
        .doesNotHaveDuplicates()
        .allMatch(port -> port > 1_024 && port < FIRST_GIVEN);
  }

  @Test
  void aTakenOneIsPassedOver() throws IOException {
    int free = LoopbackPort.free();
    try (var taken = new ServerSocket(free + 1, 1, InetAddress.getLoopbackAddress())) {
      assertThat(LoopbackPort.free()).isNotEqualTo(taken.getLocalPort());
    }
  }
}
