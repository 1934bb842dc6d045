package dev.moltbot.adapter.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A server gets as much time and room as was decided, however it asks for more. */
class BoundsTest {
  private static final int LIMIT = 100;

  private final AtomicLong nanos = new AtomicLong();
  private final Bounds bounds = new Bounds(nanos::get, Duration.ofSeconds(15), Bounds.IMAP_BYTES);

  @Test
  void endsACallOfWhichEveryByteWasInTime() throws IOException {
    bounds.begin(Duration.ofSeconds(55));
    assertThat(bounds.millis()).isEqualTo(15_000);
    nanos.addAndGet(Duration.ofSeconds(50).toNanos());
    assertThat(bounds.millis()).isEqualTo(5_000);
    nanos.addAndGet(Duration.ofSeconds(5).toNanos());
    assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(bounds::millis);
  }

  @Test
  void refusesAnAnnouncementOverTheLimitWhereverTheLibraryWouldSeeOne() {
    for (String said :
        List.of(
            "* 1 FETCH {101}\r\n",
            "{0000101}\r\n",
            "{99999999999999999999}\r\n",
            "{5}{101}\r\n",
            "{3}\r\nabc {101}\r\n",
            "{5}\r\n{101}\r\n",
            "{6}\r\n{101}\r\n",
            "{99+}\r\n{101}\r\n",
            "{99}\r\r\n{101}\r\n",
            "{-5}\r\n{101}\r\n")) {
      assertThatExceptionOfType(TooMuchException.class)
          .as(said)
          .isThrownBy(() -> input(said).readAllBytes());
    }
  }

  @Test
  void takesWhatOnlyLooksLikeOne() throws IOException {
    for (String said :
        List.of(
            "* 1 FETCH {100}\r\n" + "x".repeat(100) + ")\r\n",
            "{101} and more\r\n",
            "\"{101}\"\r\n",
            "{11}\r\n{101}\r\nabcd)\r\n",
            "{101}\n")) {
      assertThat(new String(input(said).readAllBytes(), StandardCharsets.ISO_8859_1))
          .isEqualTo(said);
    }
  }

  @Test
  void refusesALineWithoutEnd() {
    String endless = "x".repeat(BoundedInput.MAX_LINE_BYTES + 1);
    assertThatExceptionOfType(TooMuchException.class)
        .isThrownBy(() -> input(endless).readAllBytes());
  }

  /** Six bytes of it cost the library hundreds. */
  @Test
  void refusesMoreLinesThanAnyoneHasToSay() {
    assertThatExceptionOfType(TooMuchException.class)
        .isThrownBy(() -> input("* OK\r\n".repeat(Bounds.MAX_LINES + 1)).readAllBytes());
  }

  @Test
  void refusesMoreInAllThanACallMayBring() {
    bounds.begin(Duration.ofSeconds(55));
    assertThatExceptionOfType(TooMuchException.class)
        .isThrownBy(() -> {
          for (long came = 0; came <= Bounds.IMAP_BYTES; came += 1 << 20) {
            bounds.came(1 << 20);
          }
        });
  }

  private InputStream input(String said) {
    bounds.begin(Duration.ofSeconds(55));
    var bytes = new ByteArrayInputStream(said.getBytes(StandardCharsets.ISO_8859_1));
    return new BoundedInput(bytes, bounds, LIMIT);
  }
}
