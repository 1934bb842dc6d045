package dev.moltbot.testkit;

import dev.moltbot.domain.audit.AuditEntry;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.audit.Verification;
import dev.moltbot.port.AuditLog;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * For adapters that put something on record: keeps the events and chains nothing. Thread-safe. A
 * test of the chain needs the real log.
 */
public final class RecordedAudit implements AuditLog {
  private final List<AuditEvent> events = new CopyOnWriteArrayList<>();

  /** Everything appended so far, in order. */
  public List<AuditEvent> events() {
    return List.copyOf(events);
  }

  @Override
  public void append(AuditEvent event, Instant now) {
    events.add(event);
  }

  @Override
  public List<AuditEntry> after(long sequence, int limit) {
    throw new UnsupportedOperationException("no chain here");
  }

  @Override
  public List<AuditEntry> tail(int limit) {
    throw new UnsupportedOperationException("no chain here");
  }

  @Override
  public Verification verify() {
    throw new UnsupportedOperationException("no chain here");
  }
}
