package dev.moltbot.adapter.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files and folders that only their owner may open: 0600 and 0700 from the first moment on. */
final class PrivateFiles {
  private static final Logger LOG = LoggerFactory.getLogger(PrivateFiles.class);
  static final Set<PosixFilePermission> FOLDER_MODE = PosixFilePermissions.fromString("rwx------");
  static final Set<PosixFilePermission> FILE_MODE = PosixFilePermissions.fromString("rw-------");
  static final FileAttribute<Set<PosixFilePermission>> FILE_ATTRIBUTE =
      PosixFilePermissions.asFileAttribute(FILE_MODE);
  private static final FileAttribute<Set<PosixFilePermission>> FOLDER_ATTRIBUTE =
      PosixFilePermissions.asFileAttribute(FOLDER_MODE);

  private PrivateFiles() {}

  /** The folder, made if need be; refused when others may look into it. */
  static Path folder(Path wanted) throws IOException {
    Files.createDirectories(wanted.toAbsolutePath().getParent());
    if (!Files.exists(wanted)) {
      Files.createDirectory(wanted, FOLDER_ATTRIBUTE);
    }
    refuseOpen(wanted);
    return wanted.toRealPath();
  }

  /** A folder others may look into is not repaired in silence: somebody may have looked. */
  static void refuseOpen(Path folder) throws IOException {
    Set<PosixFilePermission> mode = Files.getPosixFilePermissions(folder);
    if (!FOLDER_MODE.containsAll(mode)) {
      throw new PostgresModule.CannotStart(
          folder
              + " is open to other users ("
              + PosixFilePermissions.toString(mode)
              + "): run `chmod 700 "
              + folder
              + "`");
    }
    if (!Files.isWritable(folder)) {
      throw new PostgresModule.CannotStart(
          "no right to write in "
              + folder
              + ", which belongs to "
              + Files.getOwner(folder).getName()
              + ": run Moltbot as that user, or `chown -R` the folder");
    }
  }

  /** Replaces a file in one step, so that a crash leaves the old one or the new one. */
  static void write(Path file, String content) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh, FILE_ATTRIBUTE);
    Files.writeString(fresh, content, StandardCharsets.UTF_8);
    move(fresh, file);
  }

  static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw new PostgresModule.CannotStart(
          to + " is on a file system without atomic rename; use another", e);
    }
  }

  /** A new empty folder beside others; what a crash leaves of it is found by the same prefix. */
  static Path scratch(Path parent, String prefix) throws IOException {
    return Files.createTempDirectory(parent, prefix, FOLDER_ATTRIBUTE);
  }

  /**
   * Removes what earlier, interrupted starts left under this prefix. As far as it can be: a program
   * that outlived its starter may still be writing there, and then the next start removes it.
   */
  static void sweep(Path parent, String prefix) throws IOException {
    try (var leftovers = Files.newDirectoryStream(parent, prefix + "*")) {
      for (Path leftover : leftovers) {
        try {
          delete(leftover);
        } catch (DirectoryNotEmptyException | NoSuchFileException e) {
          LOG.info("{} is still being written to, left for the next start", leftover);
        }
      }
    }
  }

  static void delete(Path tree) throws IOException {
    Files.walkFileTree(tree, new Deletion());
  }

  /** Does not follow links, so nothing outside the tree is reached. */
  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem)
        throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
