package dev.moltbot.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder on disk. Links are not followed: they may lead anywhere. */
final class DiskFolder extends Folder {
  private final Path path;

  DiskFolder(Path path, String name) {
    super(name);
    this.path = path;
  }

  static String below(String parent, Path entry) {
    String last = FileNames.shown(entry.getFileName().toString());
    return parent.isEmpty() ? last : parent + "/" + last;
  }

  @Override
  public List<ExportFile> children() {
    return entries().filter(each -> !Files.isSymbolicLink(each)).map(this::child).toList();
  }

  /** What is in it, by name. */
  Stream<Path> entries() {
    try (Stream<Path> all = Files.list(path)) {
      return all.sorted().limit(ExportLimits.MAX_FILES).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ExportFile child(Path entry) {
    String shown = below(name(), entry);
    return Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
        ? new DiskFolder(entry, shown)
        : new DiskFile(entry, shown);
  }
}
