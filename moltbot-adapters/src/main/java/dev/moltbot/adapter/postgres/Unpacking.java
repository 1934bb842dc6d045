package dev.moltbot.adapter.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Writes a tar archive below one folder and never beside it, within limits. */
final class Unpacking {
  /** The archive has about a thousand files of 60 MB (macOS: 270 MB) in all. */
  private static final int MAX_FILES = 10_000;

  private static final long MAX_BYTES = 1L << 30;
  private static final int OWNER_MAY_RUN = 0b001_000_000;

  private final Path folder;
  private final StringBuilder listing = new StringBuilder();
  private int files;
  private long bytes;

  private Unpacking(Path folder) {
    this.folder = folder;
  }

  /** Unpacks, and returns one line a file: its size, a space, its path. */
  static String into(Path folder, InputStream tar) throws IOException {
    Unpacking unpacking = new Unpacking(folder);
    try (var entries = new TarArchiveInputStream(tar)) {
      for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        unpacking.count(entry);
        unpacking.write(entry, entries);
      }
    }
    return unpacking.listing.toString();
  }

  private void count(TarArchiveEntry entry) throws IOException {
    files++;
    bytes += entry.getSize();
    if (files > MAX_FILES || bytes > MAX_BYTES) {
      throw new IOException("archive exceeds " + MAX_FILES + " files or " + MAX_BYTES + " bytes");
    }
  }

  private void write(TarArchiveEntry entry, InputStream content) throws IOException {
    Path target = inside(folder.resolve(entry.getName()), entry);
    Files.createDirectories(entry.isDirectory() ? target : target.getParent());
    if (entry.isSymbolicLink()) {
      inside(target.resolveSibling(entry.getLinkName()), entry);
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.createLink(target, inside(folder.resolve(entry.getLinkName()), entry));
    } else if (entry.isFile()) {
      Files.copy(content, target);
      boolean runs = (entry.getMode() & OWNER_MAY_RUN) != 0;
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(runs ? "rwx------" : "rw-------"));
      listing.append(entry.getSize()).append(' ').append(entry.getName()).append('\n');
    }
  }

  private Path inside(Path path, TarArchiveEntry entry) throws IOException {
    if (!path.normalize().startsWith(folder)) {
      throw new IOException("archive entry leaves its folder: " + entry.getName());
    }
    return path;
  }
}
