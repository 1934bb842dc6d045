package dev.moltbot.export;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A file on disk, unpacked when it is gzipped: told by its first two bytes, not by a name. */
final class DiskFile implements ExportFile {
  private static final int BUFFER_BYTES = 64 << 10;
  private static final int GZIP_MAGIC = 0x1f8b;

  private final Path path;
  private final String name;
  private Digests.@Nullable Measured measured;

  DiskFile(Path path, String name) {
    this.path = path;
    this.name = name;
  }

  Path path() {
    return path;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long bytes() {
    try {
      Digests.Measured known = measured;
      return known != null ? known.bytes() : gzipped() ? 0 : Files.size(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean gzipped() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return magic(in.readNBytes(2));
    }
  }

  private static boolean magic(byte[] head) {
    return head.length == 2 && ((head[0] & 0xFF) << 8 | (head[1] & 0xFF)) == GZIP_MAGIC;
  }

  @Override
  public InputStream open() throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES);
    try {
      in.mark(2);
      boolean packed = magic(in.readNBytes(2));
      in.reset();
      long most = ExportLimits.unpacked(packed ? Files.size(path) : 0);
      return packed ? new Bounded(new GZIPInputStream(in, BUFFER_BYTES), most) : in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  @Override
  public List<ExportFile> siblings() {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null) {
      return List.of();
    }
    String parent = FileNames.parent(name);
    return new DiskFolder(folder, parent)
        .entries()
        .filter(each -> !each.getFileName().equals(path.getFileName()) && Files.isRegularFile(each))
        .<ExportFile>map(each -> new DiskFile(each, DiskFolder.below(parent, each)))
        .toList();
  }

  @Override
  public String contentKey() throws IOException {
    Digests.Measured known = measured;
    if (known == null) {
      try (InputStream in = open()) {
        known = Digests.measure(in);
      }
      measured = known;
    }
    return known.key();
  }
}
