package dev.moltbot.app.runtime;

import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.port.AuditLog;
import dev.moltbot.wire.ApiCalls;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes note of calls at once and writes them to the audit log a moment later, because whoever
 * holds the answer to a send must not wait for a database. Thread-safe.
 */
public final class ApiCallLog implements ApiCalls {
  /** Most calls not yet written; what does not fit is counted, and the count is written. */
  static final int MAX_WAITING = 10_000;

  private static final int BATCH = 500;

  private final BlockingQueue<Call> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
  private final AtomicLong lost = new AtomicLong();

  @Override
  public void record(Call call) {
    if (!waiting.offer(call)) {
      lost.incrementAndGet();
    }
  }

  /** Writes what is waiting. What cannot be written now stays, in order. */
  public void writeTo(AuditLog audit, InstantSource time) {
    long missing = lost.getAndSet(0);
    if (missing > 0) {
      var event = new AuditEvent.ErrorOccurred("api-calls", missing + " calls were not recorded");
      audit.append(event, time.instant());
    }
    var batch = new ArrayList<Call>();
    for (Call call = waiting.peek(); call != null && batch.size() < BATCH; call = waiting.peek()) {
      audit.append(event(call), time.instant());
      batch.add(call);
      waiting.remove();
    }
  }

  private static AuditEvent event(Call call) {
    return new AuditEvent.ApiCalled(
        call.service(), call.operation(), call.status(), call.took().toMillis());
  }
}
