package dev.moltbot.app.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.port.ChannelCheck;
import dev.moltbot.port.ChannelCheck.Health;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Services are asked side by side, and nobody is waited for without end. */
class ProbeTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @Test
  void asksSideBySide() throws InterruptedException {
    var both = new CyclicBarrier(2);
    Map<String, ChannelCheck> checks = new LinkedHashMap<>();
    checks.put("one", check(() -> met(both)));
    checks.put("other", check(() -> met(both)));
    assertThat(Probe.ask(checks, LONG).values()).containsOnly(new Health.Fine("met"));
  }

  @Test
  void waitsForNobodyLongerThanTheLimit() throws InterruptedException {
    var never = new CountDownLatch(1);
    Map<String, ChannelCheck> checks = new LinkedHashMap<>();
    checks.put("deaf", check(() -> deaf(never)));
    checks.put("fine", check(() -> new Health.Fine("here")));
    Map<String, Health> found = Probe.ask(checks, Duration.ofSeconds(1));
    never.countDown();
    assertThat(found)
        .containsEntry("deaf", new Health.Unreachable("no answer within 1 seconds"))
        .containsEntry("fine", new Health.Fine("here"));
  }

  @Test
  void namesTheTypeOfABugAndNotItsWords() throws InterruptedException {
    Map<String, ChannelCheck> checks =
        Map.of(
            "bug",
            check(() -> {
              throw new IllegalStateException("canary");
            }));
    assertThat(Probe.ask(checks, LONG).get("bug"))
        .isEqualTo(
            new Health.Unreachable("a fault in the channel's check (IllegalStateException)"));
  }

  private static Health met(CyclicBarrier both) {
    try {
      both.await();
      return new Health.Fine("met");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Does not heed an interrupt. */
  private static Health deaf(CountDownLatch never) {
    boolean waiting = true;
    while (waiting) {
      try {
        never.await();
        waiting = false;
      } catch (InterruptedException e) {
        waiting = never.getCount() > 0;
      }
    }
    return new Health.Fine("at last");
  }

  private static ChannelCheck check(Supplier<Health> health) {
    return new ChannelCheck() {
      @Override
      public AccountId account() {
        return new AccountId(new ChannelId("pigeon"), "roof");
      }

      @Override
      public Health check() {
        return health.get();
      }
    };
  }
}
