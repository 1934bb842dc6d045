package dev.moltbot.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.flow.Step;
import dev.moltbot.testkit.RaisedAlerts;
import dev.moltbot.testkit.RecordedAudit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class LoopTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final AtomicBoolean stopping = new AtomicBoolean();
  private final CountDownLatch rests = new CountDownLatch(1);

  @Test
  void aStopEndsARest() throws InterruptedException {
    Loop loop = loop(Step.Idle::new);
    Thread thread = Thread.ofVirtual().start(loop);
    rests.await();
    stopping.set(true);
    loop.endRest();
    assertThat(thread.join(LIMIT)).isTrue();
  }

  @Test
  void aStopEndsTheWaitForAServiceThatAskedForIt() throws InterruptedException {
    Loop loop =
        loop(() -> {
          rests.countDown();
          return new Step.BackOff(Duration.ofMinutes(5), "asked to wait");
        });
    Thread thread = Thread.ofVirtual().start(loop);
    rests.await();
    stopping.set(true);
    loop.endRest();
    assertThat(thread.join(LIMIT)).isTrue();
  }

  @Test
  void aStopLetsWorkComeToItsEnd() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var done = new AtomicInteger();
    Loop loop =
        loop(() -> {
          begun.countDown();
          waitFor(go);
          done.incrementAndGet();
          return new Step.Idle();
        });
    Thread thread = Thread.ofVirtual().start(loop);
    begun.await();
    stopping.set(true);
    loop.endRest();
    assertThat(thread.isInterrupted()).isFalse();
    go.countDown();
    // It does not begin the rest of an hour that it would take else.
    assertThat(thread.join(LIMIT)).isTrue();
    assertThat(done).hasValue(1);
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError("work was interrupted", e);
    }
  }

  private Loop loop(Supplier<Step> flow) {
    var around =
        new Loop.Surroundings(
            new RecordedAudit(),
            new RaisedAlerts(),
            InstantSource.system(),
            RandomGenerator.getDefault(),
            stopping::get);
    return new Loop(
        "a flow",
        flow,
        () -> true,
        () -> {
          rests.countDown();
          Thread.sleep(Duration.ofHours(1));
        },
        around);
  }
}
