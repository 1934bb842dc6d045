package dev.moltbot.export;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files, folders and archives that the owner gave; keeps archives open until it is closed. */
final class ExportTree implements Closeable {
  private static final int ZIP_MAGIC = 0x504b0304;

  private final List<ZipFolder> archives = new ArrayList<>();

  /** What stands at that path. */
  ExportFile at(Path path) throws IOException {
    Path last = path.toAbsolutePath().normalize().getFileName();
    String name = FileNames.shown(last == null ? "/" : last.toString());
    if (Files.isDirectory(path)) {
      return new DiskFolder(path, name);
    }
    return new DiskFile(path, name);
  }

  /** A file on disk as an archive, when it is one. */
  ExportFile opened(DiskFile file) throws IOException {
    if (!isZip(file.head(4))) {
      return file;
    }
    ZipFolder archive = ZipFolder.open(file.path(), file.name());
    archives.add(archive);
    return archive;
  }

  static boolean isZip(byte[] head) {
    return head.length == 4 && ByteBuffer.wrap(head).getInt() == ZIP_MAGIC;
  }

  @Override
  public void close() throws IOException {
    for (ZipFolder archive : archives) {
      archive.close();
    }
  }
}
