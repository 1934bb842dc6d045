package dev.moltbot.app.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs checks side by side. Each has its own time limit. One that fails itself, or does not come to
 * an end, has found something: a check that cannot be trusted must not look like one that passed.
 */
public final class Inspection {
  private static final String REPORT = "this is a fault in Moltbot: please report it with the id";

  private Inspection() {}

  /**
   * Runs them.
   *
   * @param deep whether those run that try things
   */
  public static Findings run(List<Check> checks, Scene scene, boolean deep)
      throws InterruptedException {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      List<Future<Outcome>> running = new ArrayList<>();
      for (Check check : checks) {
        running.add(
            threads.submit(() -> check.deep() && !deep ? notAsked() : check.look().at(scene)));
      }
      List<Finding> found = new ArrayList<>();
      for (int i = 0; i < checks.size(); i++) {
        found.add(new Finding(checks.get(i), outcome(checks.get(i), running.get(i))));
      }
      return new Findings(scene.suppressions().applied(found));
    } finally {
      // Not closed: that would wait for whoever does not heed the interrupt.
      threads.shutdownNow();
    }
  }

  private static Outcome notAsked() {
    return Outcome.unknown("only with: moltbot security audit deep");
  }

  private static Outcome outcome(Check check, Future<Outcome> running) throws InterruptedException {
    try {
      return running.get(check.limit().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      running.cancel(true);
      return Outcome.found("no end after " + check.limit().toSeconds() + " seconds", "try again");
    } catch (ExecutionException e) {
      // Its message may quote what it was reading.
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return Outcome.found("the check itself failed: " + cause.getClass().getSimpleName(), REPORT);
    }
  }
}
