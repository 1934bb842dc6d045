package dev.moltbot.app.command;

import dev.moltbot.app.audit.AuditFile;
import dev.moltbot.domain.audit.AuditEntry;
import dev.moltbot.port.AuditLog;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code moltbot audit tail}. */
@Command(name = "tail", description = "Show the last entries of the record.")
final class AuditTailCommand implements Callable<Integer> {
  @Mixin private Shared shared = new Shared();

  @Option(names = "-n", paramLabel = "N", description = "How many. Default: 20")
  private int count = 20;

  @Override
  public Integer call() {
    return Opened.with(
        shared.output().talk(),
        moltbot -> {
          moltbot.part(AuditLog.class).tail(count).forEach(this::show);
          return Exit.OK;
        });
  }

  private void show(AuditEntry entry) {
    String line =
        shared.json()
            ? AuditFile.line(entry)
            : entry.sequence() + "  " + entry.at() + "  " + entry.type() + " " + entry.payload();
    shared.output().data().println(line);
  }
}
