package dev.moltbot.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file whose beginning is read once, however many formats look at it. */
final class Peeked implements ExportFile {
  /** Bytes kept; a longer head is read anew. */
  private static final int KEPT_BYTES = 64 << 10;

  private final ExportFile file;
  private byte @Nullable [] kept;

  Peeked(ExportFile file) {
    this.file = file;
  }

  @Override
  public byte[] head(int max) throws IOException {
    if (max > KEPT_BYTES) {
      return file.head(max);
    }
    byte[] known = kept;
    if (known == null) {
      known = file.head(KEPT_BYTES);
      kept = known;
    }
    return Arrays.copyOf(known, Math.min(max, known.length));
  }

  @Override
  public String name() {
    return file.name();
  }

  @Override
  public long bytes() {
    return file.bytes();
  }

  @Override
  public InputStream open() throws IOException {
    return file.open();
  }

  @Override
  public List<ExportFile> siblings() {
    return file.siblings();
  }

  @Override
  public List<ExportFile> children() {
    return file.children();
  }

  @Override
  public String contentKey() throws IOException {
    return file.contentKey();
  }
}
