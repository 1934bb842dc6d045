package dev.moltbot.app.command;

import dev.moltbot.app.audit.AuditFile;
import dev.moltbot.domain.audit.AuditEntry;
import dev.moltbot.port.AuditLog;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code moltbot audit export}. */
@Command(
    name = "export",
    description = {
      "Print the whole record, one JSON object a line, for keeping elsewhere.",
      "Check a kept one with: moltbot audit verify FILE"
    })
final class AuditExportCommand implements Callable<Integer> {
  private static final int BATCH = 1_000;

  @Mixin private Shared shared = new Shared();

  @Override
  public Integer call() {
    return Opened.with(
        shared.output().talk(),
        moltbot -> {
          export(moltbot.part(AuditLog.class));
          return Exit.OK;
        });
  }

  private void export(AuditLog audit) {
    List<AuditEntry> entries = audit.after(0, BATCH);
    while (!entries.isEmpty()) {
      entries.forEach(entry -> shared.output().data().println(AuditFile.line(entry)));
      entries = audit.after(entries.getLast().sequence(), BATCH);
    }
  }
}
