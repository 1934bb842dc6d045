package dev.moltbot.port;

import dev.moltbot.domain.audit.AuditEntry;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.audit.Verification;
import java.time.Instant;
import java.util.List;

/** The chain of what happened. Appending is one transaction; nothing is ever changed. */
public interface AuditLog {

  /** Appends an event that no other transaction carries. */
  void append(AuditEvent event, Instant now);

  /** Entries after a sequence number, in order. */
  List<AuditEntry> after(long sequence, int limit);

  /** The last entries, in order. */
  List<AuditEntry> tail(int limit);

  /** Reads the whole chain and checks it. Memory does not grow with it. */
  Verification verify();
}
