package dev.moltbot.app.demo;

import dev.moltbot.app.audit.AuditFields;
import dev.moltbot.domain.audit.Verification;
import dev.moltbot.port.Ledger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the demo did.
 *
 * @param received messages the channels handed over, readable or not
 * @param duplicates of those, the ones that were there already, byte for byte
 * @param reading time for reading, screening and storing alone
 * @param outbox where replies to a mailbox lie; empty without one
 */
public record DemoResult(
    long received,
    long duplicates,
    Ledger.Tally tally,
    Verification audit,
    Duration reading,
    Duration whole,
    String outbox) {

  /** Whether every message is accounted for and the record holds. */
  public boolean sound() {
    return audit.valid() && received == tally.messages() + tally.quarantined() + duplicates;
  }

  /** The object that {@code --json} prints; its schema is {@code schema/demo.json}. */
  public Map<String, Object> fields() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("received", received);
    fields.put("stored", tally.messages());
    fields.put("quarantined", tally.quarantined());
    fields.put("duplicates", duplicates);
    fields.put("drafted", tally.drafts());
    fields.put("asked", tally.asked());
    fields.put("approved", tally.approved());
    fields.put("sent", tally.sent());
    fields.put("outbox", outbox);
    fields.put("audit", AuditFields.of(audit));
    fields.put("reading_seconds", seconds(reading));
    fields.put("seconds", seconds(whole));
    return fields;
  }

  private static double seconds(Duration time) {
    return Math.round(time.toMillis() / 10.0) / 100.0;
  }

  /** A folder as the object names it. */
  static String named(Path outbox) {
    return outbox.toAbsolutePath().normalize().toString();
  }
}
