package dev.moltbot.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** One line on a terminal, nothing anywhere else. */
class ProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final AtomicLong nanos = new AtomicLong(1);

  @Test
  void staysSilentInAPipe() {
    var progress = new Progress(out, false, nanos::get);
    progress.show("reading", 5, 10);
    progress.done();
    assertThat(bytes.size()).isZero();
  }

  @Test
  void showsABarWithRateAndTimeLeft() {
    var progress = new Progress(out, true, nanos::get);
    progress.show("sending", 0, 100);
    nanos.addAndGet(2_000_000_000L);
    progress.show("sending", 50, 100);
    assertThat(shown()).contains("[############------------] 50 of 100 (25/s, 2 s left)");
  }

  @Test
  void measuresTheRateOfEachPieceOfWorkAlone() {
    var progress = new Progress(out, true, nanos::get);
    progress.show("reading", 1, 0);
    nanos.addAndGet(100_000_000_000L);
    progress.show("sending", 0, 10);
    nanos.addAndGet(1_000_000_000L);
    progress.show("sending", 5, 10);
    assertThat(shown()).contains("5 of 10 (5/s, 1 s left)");
  }

  @Test
  void saysNoPaceBeforeThereIsOne() {
    var progress = new Progress(out, true, nanos::get);
    progress.show("sending", 5, 10);
    assertThat(shown()).contains("5 of 10").doesNotContain("/s");
  }

  @Test
  void leavesNothingOfALongerLineBehind() {
    var progress = new Progress(out, true, nanos::get);
    progress.show("a long piece of work", 1, 0);
    nanos.addAndGet(200_000_000L);
    progress.show("short", 1, 0);
    String[] lines = shown().split("\r", -1);
    assertThat(lines[2]).hasSameSizeAs(lines[1]).startsWith("short 1 ");
  }

  @Test
  void redrawsAtMostTenTimesASecond() {
    var progress = new Progress(out, true, nanos::get);
    nanos.addAndGet(1_000_000_000L);
    for (int i = 0; i < 1_000; i++) {
      progress.show("reading", i, 0);
      nanos.addAndGet(1_000_000L);
    }
    assertThat(shown().chars().filter(c -> c == '\r').count()).isLessThanOrEqualTo(11);
  }

  private String shown() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
