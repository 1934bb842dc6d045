package dev.moltbot.app.runtime;

import dev.moltbot.domain.alert.Alert;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.flow.Step;
import dev.moltbot.port.Alerts;
import dev.moltbot.port.AuditLog;
import dev.moltbot.port.StoreUnavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pulls one flow again and again, on a virtual thread of its own. A bug rests this flow and no
 * other; a database that is away is waited for.
 */
final class Loop implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

  /** How long a flow rests after a bug, doubled each time it happens again. */
  static final Duration BUG_REST = Duration.ofSeconds(30);

  static final Duration MAX_REST = Duration.ofHours(1);

  /** How long to wait for a database that is away, up to as much again by chance. */
  static final Duration STORE_REST = Duration.ofMillis(500);

  /** What every loop needs. */
  record Surroundings(
      AuditLog audit,
      Alerts alerts,
      InstantSource time,
      RandomGenerator random,
      BooleanSupplier stopping) {}

  /** Waits for as long as idling lasts, or until woken. */
  interface Rest {
    void take() throws InterruptedException;
  }

  private final String name;
  private final Supplier<Step> flow;
  private final BooleanSupplier mayRun;
  private final Rest idle;
  private final Surroundings around;
  private final AtomicReference<@Nullable Thread> resting = new AtomicReference<>();
  private Duration bugRest = BUG_REST;

  Loop(String name, Supplier<Step> flow, BooleanSupplier mayRun, Rest idle, Surroundings around) {
    this.name = name;
    this.flow = flow;
    this.mayRun = mayRun;
    this.idle = idle;
    this.around = around;
  }

  @Override
  public void run() {
    try {
      while (!around.stopping().getAsBoolean()) {
        turn();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Ends a rest that is being taken, and touches nothing else: work under way comes to its end. For
   * the stop of the program, after {@code stopping} says so. Thread-safe.
   */
  void endRest() {
    Thread thread = resting.getAndSet(null);
    if (thread != null) {
      thread.interrupt();
    }
  }

  private void turn() throws InterruptedException {
    try {
      if (!mayRun.getAsBoolean()) {
        rest(() -> Thread.sleep(STORE_REST));
        return;
      }
      after(flow.get());
      bugRest = BUG_REST;
    } catch (StoreUnavailable e) {
      LOG.warn("{}: {}; nothing was lost, trying again", name, e.getMessage());
      long spread = around.random().nextLong(STORE_REST.toMillis());
      rest(() -> Thread.sleep(STORE_REST.plusMillis(spread)));
    } catch (RuntimeException bug) {
      report(bug);
      rest(() -> Thread.sleep(bugRest));
      bugRest =
          bugRest.multipliedBy(2).compareTo(MAX_REST) > 0 ? MAX_REST : bugRest.multipliedBy(2);
    }
  }

  private void after(Step step) throws InterruptedException {
    switch (step) {
      case Step.Worked worked -> {}
      case Step.Idle nothing -> rest(idle);
      case Step.BackOff back -> {
        LOG.info("{}: {}; waiting {}", name, back.reason(), back.delay());
        rest(() -> Thread.sleep(back.delay().compareTo(MAX_REST) > 0 ? MAX_REST : back.delay()));
      }
    }
  }

  /** Asked for a stop before it is known to rest, it does not begin to. */
  private void rest(Rest rest) throws InterruptedException {
    resting.set(Thread.currentThread());
    try {
      if (!around.stopping().getAsBoolean()) {
        rest.take();
      }
    } finally {
      resting.set(null);
    }
  }

  /** The type and the place, never the message: it may quote what must not be in a log. */
  private void report(RuntimeException bug) {
    String where = bug.getStackTrace().length > 0 ? bug.getStackTrace()[0].toString() : "unknown";
    String what = bug.getClass().getName() + " at " + where;
    LOG.error("{} stopped by a bug: {}; it rests for {}", name, what, bugRest);
    try {
      var now = around.time().instant();
      around.audit().append(new AuditEvent.ErrorOccurred(name, what), now);
      String words =
          "A fault in Moltbot stopped "
              + name
              + " ("
              + what
              + "). Nothing was sent because of it."
              + " It tries again by itself; if this comes back, stop it and report the fault.";
      around.alerts().raise(new Alert(Alert.Kind.FLOW_STOPPED, "flow " + name, words), now);
    } catch (StoreUnavailable e) {
      LOG.warn("{}: the fault could not be put on record: {}", name, e.getMessage());
    }
  }
}
