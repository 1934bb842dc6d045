package dev.moltbot.app.command;

import dev.moltbot.adapter.postgres.PostgresModule;
import dev.moltbot.app.audit.AuditFields;
import dev.moltbot.domain.audit.Verification;
import dev.moltbot.port.Vault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a backup holds, and what became of it. */
final class RestoreReport {
  private final Shared shared;
  private final Vault.Contents contents;
  private final List<String> aside = new ArrayList<>();

  RestoreReport(Shared shared, Vault.Contents contents) {
    this.shared = shared;
    this.contents = contents;
  }

  /** Files that had to give way. */
  void aside(List<String> files) {
    aside.addAll(files);
  }

  int verified() {
    shared.say(fields(false), "The backup is whole: " + words() + ". Nothing was written.");
    return Exit.OK;
  }

  int restored(PostgresModule.Restored restored) {
    Map<String, Object> fields = fields(true);
    fields.put("unknown", restored.unknown());
    fields.put("closed", restored.closed());
    if (!restored.aside().isEmpty()) {
      aside.add(restored.aside());
    }
    fields.put("aside", aside);
    fields.put("record", AuditFields.of(restored.record()));
    shared.say(fields, "Restored: " + words() + ".");
    aside.forEach(place -> shared.remark("Kept aside: " + place));
    if (restored.unknown() > 0) {
      shared.remark(
          restored.unknown()
              + " approved replies may have been sent after the backup; Moltbot looks, and asks you"
              + " where it cannot.");
    }
    if (restored.closed() > 0) {
      shared.remark(restored.closed() + " cards were before you; their buttons do nothing now.");
    }
    shared.remark("Moltbot is paused. See that no other one works on these accounts, then run");
    shared.remark("  moltbot resume");
    return record(restored.record());
  }

  private int record(Verification record) {
    if (record instanceof Verification.Broken(long sequence, String what)) {
      shared
          .output()
          .talk()
          .println(
              "THE RECORD IS BROKEN at entry "
                  + sequence
                  + ": it "
                  + what
                  + ". It was so when the backup was made.");
    }
    return record.valid() ? Exit.OK : Exit.FINDINGS;
  }

  private String words() {
    return String.format(
        Locale.ROOT,
        "%,d rows of %d tables and %d files, made %s by Moltbot %s, SHA-256 %s",
        contents.rows(),
        contents.tables(),
        contents.files(),
        contents.madeAt(),
        contents.version(),
        contents.sha256());
  }

  private Map<String, Object> fields(boolean restored) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("restored", restored);
    fields.put("madeAt", contents.madeAt().toString());
    fields.put("version", contents.version());
    fields.put("schema", contents.schema());
    fields.put("tables", contents.tables());
    fields.put("rows", contents.rows());
    fields.put("files", contents.files());
    fields.put("sha256", contents.sha256());
    return fields;
  }
}
