package dev.moltbot.app.channels;

import dev.moltbot.port.ChannelCheck;
import dev.moltbot.port.ChannelCheck.Health;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Asks services how they do, side by side and no longer than a limit. */
public final class Probe {
  /** A check promises 20 seconds; whatever it does, the owner waits no longer than this. */
  public static final Duration LIMIT = Duration.ofSeconds(25);

  private Probe() {}

  /** What each check found; one that does not come back in time found nothing. */
  public static <K> Map<K, Health> ask(Map<K, ChannelCheck> checks, Duration limit)
      throws InterruptedException {
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      List<Callable<Health>> questions = new ArrayList<>();
      checks.values().forEach(check -> questions.add(check::check));
      List<Future<Health>> answers =
          threads.invokeAll(questions, limit.toMillis(), TimeUnit.MILLISECONDS);
      var found = new LinkedHashMap<K, Health>();
      int i = 0;
      for (K key : checks.keySet()) {
        found.put(key, health(answers.get(i++), limit));
      }
      return found;
    } finally {
      // Not closed: that would wait for whoever does not heed the interrupt.
      threads.shutdownNow();
    }
  }

  private static Health health(Future<Health> answer, Duration limit) throws InterruptedException {
    try {
      return answer.get();
    } catch (CancellationException e) {
      return new Health.Unreachable("no answer within " + limit.toSeconds() + " seconds");
    } catch (ExecutionException e) {
      String type = e.getCause() == null ? "unknown" : e.getCause().getClass().getSimpleName();
      return new Health.Unreachable("a fault in the channel's check (" + type + ")");
    }
  }
}
