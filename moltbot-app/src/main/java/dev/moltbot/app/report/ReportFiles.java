package dev.moltbot.app.report;

import dev.moltbot.app.trust.PrivateFile;
import dev.moltbot.port.ReportWriter.Reader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** The folder of reports. Every file in it is the owner's alone. */
public final class ReportFiles {
  private static final String OWNER_ONLY = "rw-------";
  private static final String KEY = ".pseudonyms";

  private final Path folder;

  public ReportFiles(Path folder) {
    this.folder = folder;
  }

  /** Named after the day, in {@code zone}; another of the same day takes its place. */
  public Path fileOf(Instant now, ZoneId zone, boolean redacted) {
    String day = now.atZone(zone).toLocalDate().toString();
    return folder.resolve("report-" + day + (redacted ? "-redacted" : "") + ".html");
  }

  /**
   * The key of this workspace's pseudonyms, made at first use.
   *
   * @param random a cryptographically strong one
   * @throws IOException also when the file is there and holds no key; it is not overwritten, since
   *     all pseudonyms would change unasked
   */
  public Reader.Anybody anybody(RandomGenerator random) throws IOException {
    Path file = folder.resolve(KEY);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      var fresh = new byte[Reader.Anybody.KEY_BYTES];
      random.nextBytes(fresh);
      PrivateFile.write(file, fresh, OWNER_ONLY);
    }
    byte[] key = PrivateFile.read(file, Reader.Anybody.KEY_BYTES);
    if (key.length != Reader.Anybody.KEY_BYTES) {
      throw new IOException(file + " holds no key; move it away, and new pseudonyms are made");
    }
    return new Reader.Anybody(HexFormat.of().formatHex(key));
  }

  /** Writes or replaces a page in one step, for the owner alone. Returns its size in bytes. */
  public static long write(Path file, String page) throws IOException {
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    PrivateFile.write(file, bytes, OWNER_ONLY);
    return bytes.length;
  }
}
