package dev.moltbot.app.runtime;

import dev.moltbot.domain.alert.Alert;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.port.Alerts;
import dev.moltbot.port.AuditLog;
import dev.moltbot.wire.ApiCalls;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

  /** Writes what was refused, and tells the owner of the first of each day. */
  public void writeTo(AuditLog audit, Alerts alerts, InstantSource time) {
    for (Refusal one = refused.peek(); one != null; one = refused.peek()) {
      var now = time.instant();
      audit.append(
          new AuditEvent.EgressRefused("guard", one.caller(), one.asked(), one.host(), one.why()),
          now);
      String key = "egress on " + LocalDate.ofInstant(now, ZoneOffset.UTC);
      alerts.raise(new Alert(Alert.Kind.EGRESS_REFUSED, key, words(one)), now);
      refused.remove();
    }
    writeTo(audit, time);
  }

  private static String words(Refusal refusal) {
    return "Moltbot wanted to go where it must not, and was not let out: "
        + refusal.asked()
        + " of "
        + refusal.host()
        + ", "
        + refusal.why()
        + ". Nothing was sent. The record has every attempt; you are told once a day."
        + " If you did not just change a setting or the allow-list, stop it and find out why.";
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
