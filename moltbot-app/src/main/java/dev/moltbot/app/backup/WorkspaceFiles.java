package dev.moltbot.app.backup;

import dev.moltbot.adapter.backup.BackupConfig;
import dev.moltbot.adapter.backup.BackupConfig.Kept;
import dev.moltbot.app.config.Workspace;
import dev.moltbot.port.BackupRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The owner's files that belong to a backup: who Moltbot is, how it writes, which jars it trusts.
 * Credentials only when asked for: those that are lost are made anew, those in a backup have to be
 * revoked when it is lost.
 */
public final class WorkspaceFiles {
  private static final String SKILLS = "skills/";
  private static final String CHANNELS = "channels/";

  private final Workspace workspace;

  public WorkspaceFiles(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * What there is.
   *
   * @param secrets whether {@code .env} and what channels keep come along
   */
  public List<Kept> toKeep(boolean secrets) throws IOException {
    var kept = new ArrayList<Kept>();
    for (Path file :
        List.of(
            workspace.identity(),
            workspace.soul(),
            workspace.channelsLock(),
            workspace.recipients())) {
      add(kept, file.getFileName().toString(), file);
    }
    addAll(kept, SKILLS, workspace.skills());
    if (secrets) {
      add(kept, ".env", workspace.env());
      addAll(kept, CHANNELS, workspace.channels());
    }
    return kept;
  }

  /** Where a file of a backup belongs; one that belongs nowhere is refused. */
  public Path placeOf(String name) {
    if (name.startsWith(CHANNELS)) {
      return workspace.channels().resolve(name.substring(CHANNELS.length()));
    }
    List<String> known =
        List.of("identity.md", "soul.md", "channels.lock", "backup.recipients", ".env");
    if (!known.contains(name) && !name.startsWith(SKILLS)) {
      throw new BackupRefused("the backup holds a file that belongs nowhere; nothing was changed");
    }
    return workspace.home().resolve(name);
  }

  private static void addAll(List<Kept> kept, String prefix, Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) found.sorted()::iterator) {
        add(kept, prefix + folder.relativize(file), file);
      }
    }
  }

  /** No link: what it leads to may be anything. A jar is had again where it came from. */
  private static void add(List<Kept> kept, String name, Path file) throws IOException {
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && !name.endsWith(".jar")
        && Files.size(file) <= BackupConfig.MAX_FILE_BYTES) {
      kept.add(new Kept(name, file));
    }
  }
}
