package dev.moltbot.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The one writable tree: {@code .openclaw/}, or where {@code MOLTBOT_HOME} says. */
public record Workspace(Path home) {

  public Path env() {
    return home.resolve(".env");
  }

  public Path data() {
    return home.resolve("data");
  }

  public Path logs() {
    return home.resolve("logs");
  }

  public Path identity() {
    return home.resolve("identity.md");
  }

  public Path skills() {
    return home.resolve("skills");
  }

  /** Reports, and the key of their pseudonyms. */
  public Path reports() {
    return home.resolve("reports");
  }

  /** What channels keep, and channels that came in jars of their own; beside the workspace. */
  public Path channels() {
    return home.toAbsolutePath().resolveSibling("channels");
  }

  /** The principles it works by. */
  public Path soul() {
    return home.resolve("soul.md");
  }

  /** Who can open a backup, one a line. */
  public Path recipients() {
    return home.resolve("backup.recipients");
  }

  public Path backups() {
    return home.resolve("backups");
  }

  /** Which jars the owner trusts. */
  public Path channelsLock() {
    return home.resolve("channels.lock");
  }

  /**
   * Makes the folders that are missing, for the owner alone.
   *
   * @return what is wrong and what to do, or empty
   */
  public String prepare() {
    String closed = closed();
    if (!closed.isEmpty()) {
      return closed;
    }
    try {
      for (Path folder : new Path[] {home, logs(), skills()}) {
        create(folder);
      }
      return Rights.complaint(List.of(logs(), skills()));
    } catch (IOException e) {
      return "cannot create "
          + home
          + " ("
          + e.getClass().getSimpleName()
          + "): "
          + Rights.remedy(home);
    }
  }

  /** Which of its folders this user cannot write, and what to do, or empty. Makes nothing. */
  public String closed() {
    return Rights.complaint(List.of(home, channels()));
  }

  /** Makes a folder for the owner alone, unless it is there. */
  public static void create(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    var ownerOnly = PosixFilePermissions.fromString("rwx------");
    Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(ownerOnly));
  }
}
