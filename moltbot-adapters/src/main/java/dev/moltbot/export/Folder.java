package dev.moltbot.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds files and is none itself: a folder on disk, or an archive. */
abstract class Folder implements ExportFile {
  private final String name;
  private @Nullable String key;

  Folder(String name) {
    this.name = name;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final long bytes() {
    return 0;
  }

  @Override
  public final InputStream open() {
    return InputStream.nullInputStream();
  }

  @Override
  public final List<ExportFile> siblings() {
    return List.of();
  }

  @Override
  public abstract List<ExportFile> children();

  @Override
  public final String contentKey() throws IOException {
    String known = key;
    if (known == null) {
      known = FolderKey.of(this);
      key = known;
    }
    return known;
  }
}
