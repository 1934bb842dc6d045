package dev.moltbot.botapi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A bot's inbox: an update is handed out again and again until a request with a higher offset says
 * that it arrived. An offset far from every number there is counts as none, and a newer poll ends
 * an older one. Thread-safe.
 */
public final class FakeUpdates {
  /** What the older poll hears, with 409. */
  public static final String CONFLICT =
      "Conflict: terminated by other getUpdates request; make sure that only one bot instance is"
          + " running";

  /** How far ahead of the next number an offset is still believed. */
  private static final long AHEAD = 10;

  /** How far behind the oldest update an offset is still believed. */
  private static final long BEHIND = 100_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final TreeMap<Long, Map<String, Object>> waiting = new TreeMap<>();
  private long nextId = 500_000_001;

  private long polls;
  private volatile String webhook = "";
  private @Nullable Set<String> allowed;

  /** Queues an update of one kind, such as {@code message}; unwanted kinds are dropped. */
  public void add(String kind, Map<String, Object> content) {
    lock.lock();
    try {
      if (allowed == null || allowed.contains(kind)) {
        put(Map.of(kind, content));
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How many wait, or were handed out and not acknowledged. */
  public int size() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  /** As after a week of silence: numbers begin anew, anywhere; what waits is numbered so. */
  public void restartAt(long number) {
    lock.lock();
    try {
      List<Map<String, Object>> left = List.copyOf(waiting.values());
      waiting.clear();
      nextId = number;
      left.forEach(this::put);
    } finally {
      lock.unlock();
    }
  }

  /** A webhook rules polling out; empty for none. */
  public void setWebhook(String url) {
    webhook = url;
  }

  public String webhook() {
    return webhook;
  }

  /** What {@code getUpdates} answers. */
  public FakeAnswer answer(Map<String, Object> parameters) {
    if (!webhook.isEmpty()) {
      return FakeAnswer.no(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to"
              + " delete the webhook first");
    }
    List<Map<String, Object>> found = poll(parameters);
    return found == null ? FakeAnswer.no(409, CONFLICT) : FakeAnswer.ok(found);
  }

  /** The updates from the offset on, or null when a newer poll took over. */
  private @Nullable List<Map<String, Object>> poll(Map<String, Object> parameters) {
    lock.lock();
    try {
      long mine = ++polls;
      changed.signalAll();
      acknowledge(FakeJson.number(parameters, "offset", 0));
      if (parameters.get("allowed_updates") instanceof Collection<?> kinds && !kinds.isEmpty()) {
        allowed = Set.copyOf(kinds.stream().map(String::valueOf).toList());
      }
      await(mine, Math.min(FakeJson.number(parameters, "timeout", 0), BotApi.MAX_POLL.toSeconds()));
      long limit =
          Math.clamp(
              FakeJson.number(parameters, "limit", BotApi.MAX_UPDATES), 1, BotApi.MAX_UPDATES);
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

  private void put(Map<String, Object> update) {
    Map<String, Object> numbered = new LinkedHashMap<>(update);
    numbered.put("update_id", nextId);
    waiting.put(nextId++, numbered);
  }

  private void acknowledge(long offset) {
    if (offset >= 0) {
      boolean sane = offset <= nextId - 1 + AHEAD && offset >= oldest() - BEHIND;
      waiting.headMap(sane ? offset : 0, false).clear();
    } else {
      while (waiting.size() > -offset) {
        waiting.pollFirstEntry();
      }
    }
  }

  private long oldest() {
    return waiting.isEmpty() ? nextId : waiting.firstKey();
  }

  private void await(long mine, long seconds) throws InterruptedException {
    long left = TimeUnit.SECONDS.toNanos(seconds);
    while (left > 0 && waiting.isEmpty() && polls == mine) {
      left = changed.awaitNanos(left);
    }
  }
}
