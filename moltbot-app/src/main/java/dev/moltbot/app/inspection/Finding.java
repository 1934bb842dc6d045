package dev.moltbot.app.inspection;

import java.util.LinkedHashMap;
import java.util.Map;

/** What one check came to; also one that passed. */
public record Finding(Check check, Outcome outcome) {

  public Status status() {
    return outcome.status(check.severity());
  }

  /** As {@code --json} shows it. */
  public Map<String, Object> fields() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("id", check.id());
    fields.put("severity", check.severity().word());
    fields.put("status", status().word());
    fields.put("seen", outcome.seen());
    fields.put("why", check.why());
    fields.put("remedy", outcome.remedy());
    return fields;
  }
}
