package dev.moltbot.testkit;

import dev.moltbot.domain.alert.Alert;
import dev.moltbot.port.Alerts;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** For adapters that have something to tell the owner: one alert for each key. Thread-safe. */
public final class RaisedAlerts implements Alerts {
  private final Map<String, Alert> standing = new LinkedHashMap<>();

  /** Everything that stands, the oldest first. */
  public synchronized List<Alert> all() {
    return List.copyOf(standing.values());
  }

  @Override
  public synchronized boolean raise(Alert alert, Instant now) {
    return standing.putIfAbsent(alert.key(), alert) == null;
  }

  @Override
  public synchronized void clear(String key, Instant now) {
    standing.remove(key);
  }

  @Override
  public synchronized Optional<Alert> nextUntold(Duration lease, Instant now) {
    return standing.values().stream().findFirst();
  }

  @Override
  public synchronized List<Alert> standing(int limit) {
    return all().reversed().stream().limit(limit).toList();
  }

  @Override
  public void told(Alert alert, Instant now) {
    clear(alert.key(), now);
  }
}
