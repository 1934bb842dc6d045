package dev.moltbot.app.backup;

import dev.moltbot.adapter.backup.BackupConfig;
import dev.moltbot.port.BackupRefused;
import dev.moltbot.wire.Secret;
import java.util.List;

/** The keys of a backup, as a person or {@code age-keygen} writes them down. */
public final class KeyFile {

  private KeyFile() {}

  /** Every key in it; remarks begin with {@code #}. Nothing of it is ever quoted. */
  public static List<Secret> keys(List<String> lines) {
    List<String> told =
        lines.stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
    if (told.isEmpty() || !told.stream().allMatch(BackupConfig::isKey)) {
      throw new BackupRefused(
          "that is no key: one begins with AGE-SECRET-KEY-1 and has 74 characters. Nothing was"
              + " changed");
    }
    return told.stream().map(Secret::of).toList();
  }
}
