package dev.moltbot.app.command;

import com.google.inject.Guice;
import dev.moltbot.adapter.backup.BackupConfig;
import dev.moltbot.adapter.backup.BackupModule;
import dev.moltbot.adapter.postgres.PostgresModule;
import dev.moltbot.app.backup.Recipients;
import dev.moltbot.app.backup.WorkspaceFiles;
import dev.moltbot.app.config.Environment;
import dev.moltbot.app.config.Workspace;
import dev.moltbot.app.runtime.Installed;
import dev.moltbot.app.runtime.Moltbot;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.port.Snapshots;
import dev.moltbot.port.Vault;
import dev.moltbot.setting.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code moltbot backup}. */
@Command(
    name = "backup",
    description = {
      "Write everything Moltbot remembers into one encrypted file, also while it runs.",
      "The file is in the age format and opens only with your key, which is nowhere on this"
          + " machine. Nothing is sent anywhere."
    })
final class BackupCommand implements Callable<Integer> {
  @Mixin private Shared shared = new Shared();

  @Option(
      names = "--new-key",
      description = "Make a key instead, show it once, and keep only its public half.")
  private boolean newKey;

  @Option(
      names = "--with-secrets",
      description = "Take .env and what channels keep along: whoever opens the file has them.")
  private boolean withSecrets;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Never written over. Default: .openclaw/backups/moltbot-TIME.tar.gz.age")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    Environment environment = Installed.environment(System.getenv(), Path.of("").toAbsolutePath());
    Workspace workspace = environment.workspace();
    if (newKey) {
      return new NewKey(shared).make(workspace);
    }
    if (!PostgresModule.exists(Installed.database(workspace, new Settings(environment.values())))) {
      shared
          .output()
          .talk()
          .println("There is nothing to back up in " + workspace.home() + " yet.");
      return Exit.FINDINGS;
    }
    Recipients recipients = Recipients.read(workspace);
    if (recipients.all().isEmpty() || !recipients.problems().isEmpty()) {
      recipients.problems().forEach(shared.output().talk()::println);
      shared
          .output()
          .talk()
          .println(
              "No backup was made. Make a key with `moltbot backup --new-key`, or put an age1..."
                  + " recipient of yours into "
                  + workspace.recipients()
                  + ".");
      return Exit.CONFIG;
    }
    return Opened.with(
        shared.output().talk(), moltbot -> written(moltbot, workspace, recipients.all()));
  }

  private int written(Moltbot moltbot, Workspace workspace, List<String> recipients) {
    Instant now = moltbot.part(InstantSource.class).instant();
    try {
      Path target = target(workspace, now);
      var files = new WorkspaceFiles(workspace).toKeep(withSecrets);
      var config = BackupConfig.sealing(target, recipients, files, Version.number());
      Vault vault = Guice.createInjector(new BackupModule(config)).getInstance(Vault.class);
      Vault.Sealed sealed = vault.seal(moltbot.part(Snapshots.class), now);
      moltbot.note(new AuditEvent.BackedUp(sealed.sha256(), sealed.rows(), sealed.recipients()));
      say(target, sealed);
      return Exit.OK;
    } catch (IOException e) {
      shared.output().talk().println("No backup was made: " + e.getMessage());
      return Exit.FINDINGS;
    }
  }

  private Path target(Workspace workspace, Instant now) throws IOException {
    if (file != null) {
      Path wanted = file.toAbsolutePath();
      if (Files.exists(wanted, LinkOption.NOFOLLOW_LINKS)) {
        throw new IOException(file + " is there already, and is never written over");
      }
      return wanted;
    }
    Workspace.create(workspace.backups());
    return workspace
        .backups()
        .resolve("moltbot-" + Stamps.of(now) + ".tar.gz.age")
        .toAbsolutePath();
  }

  private void say(Path target, Vault.Sealed sealed) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("file", target.toString());
    fields.put("bytes", sealed.bytes());
    fields.put("sha256", sealed.sha256());
    fields.put("tables", sealed.tables());
    fields.put("rows", sealed.rows());
    fields.put("files", sealed.files());
    fields.put("recipients", sealed.recipients());
    fields.put("secrets", withSecrets);
    shared.say(
        fields,
        String.format(
            Locale.ROOT,
            "%s%n%,d rows of %d tables and %d files, %,d bytes, for %d recipient%s%nSHA-256 %s",
            target,
            sealed.rows(),
            sealed.tables(),
            sealed.files(),
            sealed.bytes(),
            sealed.recipients(),
            sealed.recipients() == 1 ? "" : "s",
            sealed.sha256()));
    shared.remark("Keep a copy elsewhere. Try it with: moltbot restore --verify FILE");
  }
}
