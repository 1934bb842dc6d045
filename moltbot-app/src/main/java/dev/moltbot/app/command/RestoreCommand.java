package dev.moltbot.app.command;

import com.google.inject.Guice;
import dev.moltbot.adapter.backup.BackupConfig;
import dev.moltbot.adapter.backup.BackupModule;
import dev.moltbot.adapter.postgres.PostgresModule;
import dev.moltbot.app.backup.FilesInPlace;
import dev.moltbot.app.backup.WorkspaceFiles;
import dev.moltbot.app.config.Environment;
import dev.moltbot.app.config.Workspace;
import dev.moltbot.app.runtime.Installed;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.port.BackupRefused;
import dev.moltbot.port.Snapshots;
import dev.moltbot.port.Vault;
import dev.moltbot.setting.Settings;
import dev.moltbot.wire.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code moltbot restore}. */
@Command(
    name = "restore",
    description = {
      "Read a backup back, into an empty workspace. All of it is checked before anything changes.",
      "Afterwards Moltbot is paused: nothing is read or sent until you have looked and resumed it."
    })
final class RestoreCommand implements Callable<Integer> {
  @Mixin private Shared shared = new Shared();

  @Option(names = "--verify", description = "Only check that it is whole; write nothing.")
  private boolean verify;

  @Option(
      names = "--replace",
      description = "Take the place of a database that is there; that one is kept aside.")
  private boolean replace;

  @Option(
      names = "--key-file",
      paramLabel = "KEY",
      description = "A file with your key, or - for standard input. Without it you are asked.")
  private @Nullable String keyFile;

  @Parameters(paramLabel = "FILE", description = "The backup.")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    Environment environment = Installed.environment(System.getenv(), Path.of("").toAbsolutePath());
    var settings = new Settings(environment.values());
    var database = Installed.database(environment.workspace(), settings);
    List<String> problems = new ArrayList<>(environment.problems());
    problems.addAll(settings.problems());
    if (!problems.isEmpty() && !verify) {
      problems.forEach(shared.output().talk()::println);
      return Exit.CONFIG;
    }
    List<Secret> keys = Keys.given(keyFile, shared.output().talk());
    var config = BackupConfig.opening(file.toAbsolutePath(), keys);
    Vault vault = Guice.createInjector(new BackupModule(config)).getInstance(Vault.class);
    Vault.Contents contents = vault.open(new Discarded(), (name, content) -> {});
    var report = new RestoreReport(shared, contents);
    if (verify) {
      return report.verified();
    }
    Workspace workspace = environment.workspace();
    String trouble = workspace.prepare();
    if (!trouble.isEmpty()) {
      shared.output().talk().println(trouble);
      return Exit.CONFIG;
    }
    Instant now = InstantSource.system().instant();
    var event =
        new AuditEvent.Restored(contents.sha256(), contents.madeAt().toString(), contents.rows());
    var files = new FilesInPlace(new WorkspaceFiles(workspace), Stamps.of(now));
    var restored =
        PostgresModule.restore(
            database,
            new SecureRandom(),
            sink -> feed(vault, sink, files, contents, report),
            event,
            replace,
            now);
    return report.restored(restored);
  }

  /** The files come first: the database is put in place last, and then the restore is done. */
  private static void feed(
      Vault vault,
      Snapshots.Sink sink,
      FilesInPlace files,
      Vault.Contents checked,
      RestoreReport report) {
    Vault.Contents again = vault.open(sink, files);
    if (!again.sha256().equals(checked.sha256())) {
      throw new BackupRefused("the backup was changed while it was read; nothing was restored");
    }
    try {
      report.aside(files.write());
    } catch (IOException e) {
      throw new BackupRefused("the backup's files cannot be written here: " + e.getMessage(), e);
    }
  }

  /** For a look at the archive alone. */
  private static final class Discarded implements Snapshots.Sink {
    @Override
    public void begin(Snapshots.Layout layout) {}

    @Override
    public void rows(Snapshots.Table table, byte[] bytes, int length) {}

    @Override
    public void end(Snapshots.Table table, long rows) {}

    @Override
    public void sequences(List<Snapshots.Sequence> sequences) {}
  }
}
