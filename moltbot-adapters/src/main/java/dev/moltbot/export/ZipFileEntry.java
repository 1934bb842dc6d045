package dev.moltbot.export;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** A file in a zip archive. Gives no more bytes than the archive's list says it has. */
final class ZipFileEntry implements ExportFile {
  private final ZipFolder archive;
  private final ZipEntry entry;
  private final String name;
  private @Nullable String key;

  ZipFileEntry(ZipFolder archive, ZipEntry entry) {
    this.archive = archive;
    this.entry = entry;
    this.name = archive.name() + "/" + FileNames.shown(entry.getName());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long bytes() {
    return Math.max(0, entry.getSize());
  }

  @Override
  public InputStream open() throws IOException {
    return new BufferedInputStream(new Bounded(archive.stream(entry), bytes()));
  }

  @Override
  public List<ExportFile> siblings() {
    return archive.inFolderOf(this).stream().filter(each -> each != this).toList();
  }

  @Override
  public String contentKey() throws IOException {
    String known = key;
    if (known == null) {
      try (InputStream in = open()) {
        known = Digests.measure(in).key();
      }
      key = known;
    }
    return known;
  }
}
