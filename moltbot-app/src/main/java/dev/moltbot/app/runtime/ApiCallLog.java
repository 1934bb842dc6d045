package dev.moltbot.app.runtime;

import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.egress.Refusal;
import dev.moltbot.port.AuditLog;
import dev.moltbot.port.Refusals;
import dev.moltbot.wire.ApiCalls;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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

  /** Most refusals not yet written; the calls that brought them stand in the record anyway. */
  static final int MAX_REFUSALS = 1_000;

  private final BlockingQueue<Call> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
  private final BlockingQueue<Refusal> refused = new ArrayBlockingQueue<>(MAX_REFUSALS);
  private final AtomicLong lost = new AtomicLong();

  @Override
  public void record(Call call) {
    if (!waiting.offer(call)) {
      lost.incrementAndGet();
    }
  }

  @Override
  public void refused(Refusal refusal) {
    if (!refused.offer(refusal)) {
      lost.incrementAndGet();
    }
  }

  /** Writes what was refused, which the owner hears of, and what else is waiting. */
  public void writeTo(AuditLog audit, Refusals refusals, InstantSource time) {
    List<Refusal> some = refused.stream().limit(BATCH).toList();
    while (!some.isEmpty()) {
      refusals.record(some, time.instant());
      some.forEach(written -> refused.remove());
      some = refused.stream().limit(BATCH).toList();
    }
    writeTo(audit, time);
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
