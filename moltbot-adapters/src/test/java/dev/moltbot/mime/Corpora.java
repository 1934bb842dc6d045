package dev.moltbot.mime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Mails that no project may carry with it. Where they are absent, one line says what is skipped.
 */
public final class Corpora {
  private static final Path FOLDER =
      Path.of(Optional.ofNullable(System.getenv("MOLTBOT_CORPORA")).orElse("../../shared/corpora"));

  private Corpora() {}

  /** The file, or empty after saying so. */
  public static Optional<Path> file(String name) {
    Path file = FOLDER.resolve(name);
    if (Files.isReadable(file)) {
      return Optional.of(file);
    }
    System.out.println("skipped: no " + name + " in " + FOLDER + " (set MOLTBOT_CORPORA)");
    return Optional.empty();
  }

  /** Every file of a .tar.gz, by name. */
  public static Map<String, byte[]> unpack(Path tarGz) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (var tar = new TarArchiveInputStream(new GZIPInputStream(Files.newInputStream(tarGz)))) {
      for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
        if (e.isFile()) {
          files.put(e.getName(), tar.readAllBytes());
        }
      }
    }
    return files;
  }
}
