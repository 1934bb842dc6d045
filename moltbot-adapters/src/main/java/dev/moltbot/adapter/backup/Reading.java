package dev.moltbot.adapter.backup;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import dev.moltbot.port.Snapshots;
import dev.moltbot.port.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** Reads an archive to its very end, hands on what it holds, and compares it with its manifest. */
final class Reading {
  private final Vault.Files files;
  private final Tables tables;
  private final List<ArchiveJson.Digest> found = new ArrayList<>();
  private ArchiveJson.@Nullable About about;
  private ArchiveJson.@Nullable Manifest manifest;

  Reading(Snapshots.Sink rows, Vault.Files files) {
    this.tables = new Tables(rows);
    this.files = files;
  }

  void all(InputStream plain) throws IOException {
    var unzipped = new GZIPInputStream(plain);
    var tar = new TarArchiveInputStream(unzipped, "UTF-8");
    for (TarArchiveEntry next = tar.getNextEntry(); next != null; next = tar.getNextEntry()) {
      if (manifest != null) {
        throw new NotWhole("something follows its manifest");
      }
      entry(next.getName(), content(tar, next));
    }
    if (about == null || manifest == null) {
      throw new NotWhole("it was cut off, or is no backup of Moltbot");
    }
    unzipped.transferTo(OutputStream.nullOutputStream());
    if (plain.read() >= 0) {
      throw new NotWhole("something follows its end");
    }
    tables.compare(manifest);
    if (!found.equals(manifest.files())) {
      throw new NotWhole("its files are not those it was made with");
    }
    tables.finish(manifest.sequences());
  }

  private static byte[] content(TarArchiveInputStream tar, TarArchiveEntry entry)
      throws IOException {
    if (!entry.isFile() || entry.getSize() > Entries.MAX_ENTRY_BYTES) {
      throw new NotWhole("it is no backup of Moltbot");
    }
    byte[] content = tar.readNBytes((int) entry.getSize());
    if (content.length < entry.getSize()) {
      throw new NotWhole("it was cut off");
    }
    return content;
  }

  private void entry(String name, byte[] content) throws IOException {
    if (name.equals(Entries.ABOUT) == (about != null)) {
      throw new NotWhole("it is no backup of Moltbot");
    }
    Entries.Part part = Entries.partOf(name);
    String file = Entries.fileOf(name);
    if (about == null) {
      about = begin(content);
    } else if (name.equals(Entries.MANIFEST)) {
      tables.endAll();
      manifest = json(ArchiveJson.MANIFEST, content);
    } else if (!part.table().isEmpty()) {
      tables.part(part, content);
    } else if (!file.isEmpty()) {
      found.add(new ArchiveJson.Digest(file, Digests.of(content)));
      files.file(file, content);
    } else {
      throw new NotWhole("it holds something that no backup of Moltbot holds");
    }
  }

  private ArchiveJson.About begin(byte[] content) throws IOException {
    ArchiveJson.About read = json(ArchiveJson.ABOUT, content);
    if (read.format() != ArchiveJson.FORMAT) {
      throw new NotWhole("a newer Moltbot made it (" + read.version() + "); use that one");
    }
    tables.begin(read);
    return read;
  }

  private static <T> T json(JsonAdapter<T> adapter, byte[] content) throws IOException {
    try {
      T read = adapter.fromJson(new String(content, StandardCharsets.UTF_8));
      if (read == null) {
        throw new NotWhole("it is no backup of Moltbot");
      }
      return read;
    } catch (JsonDataException e) {
      throw new NotWhole("it is no backup of Moltbot");
    }
  }

  /** What was read, when {@link #all} has returned. */
  Vault.Contents contents(String sha256) {
    if (about == null || manifest == null) {
      throw new IllegalStateException("not read yet");
    }
    return new Vault.Contents(
        sha256,
        Instant.parse(about.made_at()),
        about.version(),
        about.schema(),
        manifest.tables().size(),
        tables.rows(),
        found.size());
  }
}
