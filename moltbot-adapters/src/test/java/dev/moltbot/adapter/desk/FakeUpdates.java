package dev.moltbot.adapter.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The bot's inbox: an update is handed out again and again until a request with a higher offset
 * says that it arrived. A newer poll ends an older one with 409.
 */
final class FakeUpdates {
  static final String CONFLICT =
      "Conflict: terminated by other getUpdates request; make sure that only one bot instance is"
          + " running";
  private static final long MAX_WAIT_SECONDS = 50;
  private static final long MAX_BATCH = 100;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final TreeMap<Long, Map<String, Object>> waiting = new TreeMap<>();
  private long nextId = 500_000_001;
  private long polls;
  private @Nullable Set<String> allowed;

  /** Queues an update of one kind, such as {@code message}; unwanted kinds are dropped. */
  void add(String kind, Map<String, Object> content) {
    lock.lock();
    try {
      if (allowed == null || allowed.contains(kind)) {
        waiting.put(nextId, Map.of("update_id", nextId, kind, content));
      }
      nextId++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  /** The updates from the offset on, or null when a newer poll took over. */
  @Nullable List<Map<String, Object>> poll(Map<String, Object> parameters) {
    lock.lock();
    try {
      long mine = ++polls;
      changed.signalAll();
      acknowledge(FakeJson.number(parameters, "offset", 0));
      if (parameters.get("allowed_updates") instanceof Collection<?> kinds && !kinds.isEmpty()) {
        allowed = Set.copyOf(kinds.stream().map(String::valueOf).toList());
      }
      await(mine, Math.min(FakeJson.number(parameters, "timeout", 0), MAX_WAIT_SECONDS));
      long limit = Math.clamp(FakeJson.number(parameters, "limit", MAX_BATCH), 1, (int) MAX_BATCH);
      return polls == mine
          ? new ArrayList<>(waiting.values()).subList(0, (int) Math.min(limit, waiting.size()))
          : null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } finally {
      lock.unlock();
    }
  }

  private void acknowledge(long offset) {
    if (offset >= 0) {
      waiting.headMap(offset, false).clear();
    } else {
      while (waiting.size() > -offset) {
        waiting.pollFirstEntry();
      }
    }
  }

  private void await(long mine, long seconds) throws InterruptedException {
    long left = TimeUnit.SECONDS.toNanos(seconds);
    while (left > 0 && waiting.isEmpty() && polls == mine) {
      left = changed.awaitNanos(left);
    }
  }
}
