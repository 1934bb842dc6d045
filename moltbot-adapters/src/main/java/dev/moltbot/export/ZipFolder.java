package dev.moltbot.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A zip archive as a folder of all its files. Nothing is ever unpacked to disk. */
final class ZipFolder extends Folder implements Closeable {
  private static final Charset OLD_NAMES = Charset.forName("IBM437");

  private final ZipFile zip;
  private final Map<String, List<ExportFile>> byFolder = new HashMap<>();
  private final List<ExportFile> files = new ArrayList<>();

  private ZipFolder(ZipFile zip, String name) {
    super(name);
    this.zip = zip;
  }

  /** Opens the archive and checks what it says it holds against its own size. */
  static ZipFolder open(Path path, String name) throws IOException {
    ZipFolder folder = new ZipFolder(zip(path), name);
    try {
      folder.list(ExportLimits.unpacked(Files.size(path)));
      return folder;
    } catch (IOException e) {
      folder.close();
      throw e;
    }
  }

  private static ZipFile zip(Path path) throws IOException {
    try {
      return new ZipFile(path.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException e) {
      return new ZipFile(path.toFile(), OLD_NAMES);
    }
  }

  private void list(long most) throws IOException {
    if (zip.size() > ExportLimits.MAX_FILES) {
      throw new ZipException("more than " + ExportLimits.MAX_FILES + " entries");
    }
    long left = most;
    for (ZipEntry entry : zip.stream().filter(each -> !each.isDirectory()).toList()) {
      left -= Math.max(0, entry.getSize());
      if (left < 0) {
        throw new ZipException(
            "unpacks to more than " + ExportLimits.MAX_RATIO + " times its size");
      }
      ZipFileEntry file = new ZipFileEntry(this, entry);
      files.add(file);
      byFolder.computeIfAbsent(FileNames.parent(file.name()), any -> new ArrayList<>()).add(file);
    }
    files.sort(Comparator.comparing(ExportFile::name));
  }

  InputStream stream(ZipEntry entry) throws IOException {
    InputStream in = zip.getInputStream(entry);
    if (in == null) {
      throw new ZipException("an entry is not there");
    }
    return in;
  }

  List<ExportFile> inFolderOf(ExportFile file) {
    return byFolder.getOrDefault(FileNames.parent(file.name()), List.of());
  }

  @Override
  public List<ExportFile> children() {
    return List.copyOf(files);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
