package dev.moltbot.adapter.backup;

import dev.moltbot.port.BackupRefused;
import dev.moltbot.port.Snapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Writes an archive: what it is, the tables in parts, the owner's files, and what there was. */
final class Writing implements Snapshots.Sink, AutoCloseable {
  private static final int MODE = 0_600;

  private final TarArchiveOutputStream tar;
  private final BackupConfig config;
  private final Instant now;
  private final ByteArrayOutputStream part = new ByteArrayOutputStream(Entries.PART_BYTES);
  private final List<ArchiveJson.Rows> tables = new ArrayList<>();
  private final List<ArchiveJson.Counter> numbers = new ArrayList<>();
  private MessageDigest digest = Digests.sha256();
  private long parts;
  private long rows;

  Writing(OutputStream out, BackupConfig config, Instant now) throws IOException {
    this.tar = new TarArchiveOutputStream(new GZIPOutputStream(out), "UTF-8");
    this.config = config;
    this.now = now;
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
  }

  @Override
  public void begin(Snapshots.Layout layout) {
    List<ArchiveJson.Columns> columns =
        layout.tables().stream()
            .map(table -> new ArchiveJson.Columns(table.name(), table.columns()))
            .toList();
    var about =
        new ArchiveJson.About(
            ArchiveJson.FORMAT, now.toString(), config.version(), layout.schema(), columns);
    entry(Entries.ABOUT, ArchiveJson.ABOUT.toJson(about).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void rows(Snapshots.Table table, byte[] bytes, int length) {
    digest.update(bytes, 0, length);
    for (int from = 0; from < length; ) {
      int piece = Math.min(length - from, Entries.PART_BYTES - part.size());
      part.write(bytes, from, piece);
      from += piece;
      if (part.size() == Entries.PART_BYTES) {
        flush(table);
      }
    }
  }

  private void flush(Snapshots.Table table) {
    entry(Entries.part(table.name(), ++parts), part.toByteArray());
    part.reset();
  }

  @Override
  public void end(Snapshots.Table table, long count) {
    if (part.size() > 0) {
      flush(table);
    }
    tables.add(new ArchiveJson.Rows(table.name(), count, Digests.hex(digest)));
    digest = Digests.sha256();
    parts = 0;
    rows += count;
  }

  @Override
  public void sequences(List<Snapshots.Sequence> sequences) {
    sequences.forEach(
        one -> numbers.add(new ArchiveJson.Counter(one.name(), one.value(), one.used())));
  }

  /** Adds the owner's files and says what there was. */
  void finish() throws IOException {
    var files = new ArrayList<ArchiveJson.Digest>();
    for (BackupConfig.Kept kept : config.files()) {
      byte[] content = content(kept);
      entry(Entries.file(kept.name()), content);
      files.add(new ArchiveJson.Digest(kept.name(), Digests.of(content)));
    }
    var manifest = new ArchiveJson.Manifest(tables, numbers, files);
    entry(Entries.MANIFEST, ArchiveJson.MANIFEST.toJson(manifest).getBytes(StandardCharsets.UTF_8));
    tar.finish();
  }

  private static byte[] content(BackupConfig.Kept kept) throws IOException {
    if (Files.size(kept.path()) > BackupConfig.MAX_FILE_BYTES) {
      throw new NotWhole(kept.path() + " is over " + BackupConfig.MAX_FILE_BYTES + " bytes");
    }
    return Files.readAllBytes(kept.path());
  }

  private void entry(String name, byte[] content) {
    try {
      if (content.length > Entries.MAX_ENTRY_BYTES) {
        throw new NotWhole(name + " is over " + Entries.MAX_ENTRY_BYTES + " bytes");
      }
      var entry = new TarArchiveEntry(name);
      entry.setSize(content.length);
      entry.setMode(MODE);
      entry.setModTime(Date.from(now));
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    } catch (IOException e) {
      throw new BackupRefused(
          "the backup could not be written: " + Reasons.of(e) + "; nothing was left behind", e);
    }
  }

  int tables() {
    return tables.size();
  }

  long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
