package dev.moltbot.app.backup;

import dev.moltbot.port.BackupRefused;
import dev.moltbot.port.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Files of a backup: gathered while it is read, written when it was found to be whole. */
public final class FilesInPlace implements Vault.Files {
  /** All of them together, in bytes; they are small texts and keys. */
  private static final long MAX_BYTES = 64L * 1024 * 1024;

  private final WorkspaceFiles workspace;
  private final String stamp;
  private final Map<Path, byte[]> places = new LinkedHashMap<>();
  private long bytes;

  /**
   * @param stamp ends the names of files that give way
   */
  public FilesInPlace(WorkspaceFiles workspace, String stamp) {
    this.workspace = workspace;
    this.stamp = stamp;
  }

  @Override
  public void file(String name, byte[] content) {
    bytes += content.length;
    if (bytes > MAX_BYTES) {
      throw new BackupRefused("the backup's files are over " + MAX_BYTES + " bytes");
    }
    places.put(workspace.placeOf(name), content);
  }

  /**
   * Writes them. A file that is there with other words is kept aside.
   *
   * @return where those are
   */
  public List<String> write() throws IOException {
    var aside = new ArrayList<String>();
    for (var file : places.entrySet()) {
      Path place = file.getKey();
      if (Files.exists(place) && Arrays.equals(Files.readAllBytes(place), file.getValue())) {
        continue;
      }
      if (Files.exists(place)) {
        Path kept = place.resolveSibling(place.getFileName() + ".before-" + stamp);
        Files.move(place, kept);
        aside.add(kept.toString());
      }
      write(place, file.getValue());
    }
    return aside;
  }

  private static void write(Path place, byte[] content) throws IOException {
    Path folder = Objects.requireNonNull(place.toAbsolutePath().getParent());
    var folders = PosixFilePermissions.fromString("rwx------");
    Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(folders));
    Path fresh = place.resolveSibling("." + place.getFileName() + ".restoring");
    Files.deleteIfExists(fresh);
    var mode = PosixFilePermissions.fromString("rw-------");
    Files.createFile(fresh, PosixFilePermissions.asFileAttribute(mode));
    Files.write(fresh, content);
    Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
  }
}
