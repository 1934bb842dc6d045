package dev.moltbot.export;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.ZipException;

/** SHA-256, in hexadecimal. */
final class Digests {
  private static final int STEP_BYTES = 64 << 10;

  private static final byte[] CUT_OFF = "cut off".getBytes(StandardCharsets.US_ASCII);

  private Digests() {}

  /** The beginning of a stream, or what there is of it. */
  static byte[] head(InputStream in, int max) throws IOException {
    byte[] head = new byte[max];
    int size = 0;
    try {
      for (int n = 0; n >= 0 && size < max; n = in.read(head, size, max - size)) {
        size += n;
      }
    } catch (EOFException | ZipException e) {
      // Cut off: what came before it counts.
    }
    return Arrays.copyOf(head, size);
  }

  /** What a stream holds, and how many bytes that is. */
  record Measured(String key, long bytes) {}

  static Measured measure(InputStream in) throws IOException {
    MessageDigest sha256 = sha256();
    byte[] step = new byte[STEP_BYTES];
    long bytes = 0;
    try {
      for (int n = in.read(step); n >= 0; n = in.read(step)) {
        sha256.update(step, 0, n);
        bytes += n;
      }
    } catch (EOFException | ZipException e) {
      // Packed and cut off: what is there is still read, and is not the same as the whole.
      sha256.update(CUT_OFF);
    }
    return new Measured(HexFormat.of().formatHex(sha256.digest()), bytes);
  }

  /** Of parts, each with its length, so that no two lists of parts are alike. */
  static byte[] of(Iterable<String> parts) {
    MessageDigest sha256 = sha256();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      sha256.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      sha256.update(bytes);
    }
    return sha256.digest();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
