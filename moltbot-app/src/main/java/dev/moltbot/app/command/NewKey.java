package dev.moltbot.app.command;

import dev.moltbot.adapter.backup.BackupConfig;
import dev.moltbot.app.backup.Recipients;
import dev.moltbot.app.config.Workspace;
import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;

/** A key for backups: shown once, kept by the owner, never by the machine. */
final class NewKey {
  private final Shared shared;

  NewKey(Shared shared) {
    this.shared = shared;
  }

  int make(Workspace workspace) throws IOException {
    PrintStream talk = shared.output().talk();
    String trouble = workspace.prepare();
    if (!trouble.isEmpty()) {
      talk.println(trouble);
      return Exit.CONFIG;
    }
    BackupConfig.KeyPair pair = BackupConfig.newKey();
    String made = InstantSource.system().instant().toString();
    Recipients.add(workspace, pair.recipient(), "made by moltbot backup --new-key, " + made);
    String key = pair.key().reveal();
    shared.say(Map.of("key", key, "recipient", pair.recipient()), key);
    if (shared.terminal() && !shared.json()) {
      QrCode picture = QrCode.of(key);
      if (shared.columns() == 0 || picture.columns() <= shared.columns()) {
        picture.lines(false).forEach(talk::println);
      }
    }
    shared.remark("This is the key to your backups, and this is the only time it is shown.");
    shared.remark("Write it down, or scan it into a password manager on another device.");
    shared.remark("Whoever has it can read every backup; without it, nobody can.");
    shared.remark("Only its public half stays here, in " + workspace.recipients());
    return Exit.OK;
  }
}
