package dev.moltbot.app.inspection.deep.secret;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * What is in a stream: itself, or where it is an archive, what is in that. What was encrypted with
 * age is let pass, since nobody can read it without the key.
 */
final class Contents {
  /** An image is a tar of packed tars with jars in them. */
  private static final int MAX_DEPTH = 6;

  /** Bytes that say what a stream is. */
  private static final int PEEK = 512;

  private static final int TAR_MAGIC = 257;
  private static final String INSIDE = "!/";

  private final Searched into;
  private final Allowance allowance;

  /**
   * @param most unpacked bytes read before the rest is given up
   */
  Contents(Searched into, long most) {
    this.into = into;
    this.allowance = new Allowance(most);
  }

  /** Searches it; does not close it. What cannot be read is noted. */
  void of(InputStream stream, String place) {
    try {
      in(stream, place, 0);
    } catch (IOException e) {
      into.unread(place, "cannot be read to its end (" + e.getClass().getSimpleName() + ")");
    }
  }

  private void in(InputStream raw, String place, int depth) throws IOException {
    var stream = new BufferedInputStream(raw, PEEK * 16);
    stream.mark(PEEK);
    String head = new String(stream.readNBytes(PEEK), StandardCharsets.ISO_8859_1);
    stream.reset();
    if (head.startsWith("age-encryption.org/v1\n")) {
      into.read(0);
    } else if (depth >= MAX_DEPTH) {
      plain(stream, place);
    } else if (head.startsWith("\u001f\u008b")) {
      in(allowance.over(new GZIPInputStream(stream)), place, depth + 1);
    } else if (head.startsWith("PK\u0003\u0004")) {
      zip(stream, place, depth + 1);
    } else if (head.startsWith("ustar", TAR_MAGIC)) {
      tar(stream, place, depth + 1);
    } else {
      plain(stream, place);
    }
  }

  private void plain(InputStream stream, String place) throws IOException {
    into.pass(place).over(stream);
  }

  /** Also what follows the archive, where somebody could have put something. */
  private void zip(InputStream stream, String place, int depth) throws IOException {
    var zip = new ZipInputStream(stream);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (!entry.isDirectory()) {
        in(allowance.over(zip), place + INSIDE + entry.getName(), depth);
      }
    }
    plain(stream, place);
  }

  private void tar(InputStream stream, String place, int depth) throws IOException {
    var tar = new TarArchiveInputStream(stream);
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      if (entry.isFile() && tar.canReadEntryData(entry)) {
        in(allowance.over(tar), place + INSIDE + entry.getName(), depth);
      }
    }
  }
}
