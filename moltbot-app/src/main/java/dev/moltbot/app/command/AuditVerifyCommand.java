package dev.moltbot.app.command;

import dev.moltbot.app.audit.AuditFields;
import dev.moltbot.app.audit.AuditFile;
import dev.moltbot.domain.audit.Verification;
import dev.moltbot.port.AuditLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code moltbot audit verify}. */
@Command(
    name = "verify",
    description = "Check that no entry was changed, removed, added or moved. Exit 1 if one was.")
final class AuditVerifyCommand implements Callable<Integer> {
  @Mixin private Shared shared = new Shared();

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "An exported record; without it, the database of the workspace.")
  private @Nullable Path file;

  @Override
  public Integer call() {
    if (file == null) {
      return Opened.with(
          shared.output().talk(), moltbot -> report(moltbot.part(AuditLog.class).verify()));
    }
    if (!Files.isReadable(file)) {
      shared.output().talk().println("Cannot read " + file + ". Is the path right?");
      return Exit.USAGE;
    }
    return report(AuditFile.verify(file));
  }

  private int report(Verification verification) {
    String words =
        switch (verification) {
          case Verification.Intact intact ->
              "The record holds: " + intact.entries() + " entries, head " + intact.head();
          case Verification.Broken broken ->
              "THE RECORD IS BROKEN at entry " + broken.sequence() + ": it " + broken.what();
        };
    shared.say(AuditFields.of(verification), words);
    return verification.valid() ? Exit.OK : Exit.FINDINGS;
  }
}
