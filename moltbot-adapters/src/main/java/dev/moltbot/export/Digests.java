package dev.moltbot.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, in hexadecimal. */
final class Digests {
  private static final int STEP_BYTES = 64 << 10;

  private Digests() {}

  /** What a stream holds, and how many bytes that is. */
  record Measured(String key, long bytes) {}

  static Measured measure(InputStream in) throws IOException {
    MessageDigest sha256 = sha256();
    byte[] step = new byte[STEP_BYTES];
    long bytes = 0;
    for (int n = in.read(step); n >= 0; n = in.read(step)) {
      sha256.update(step, 0, n);
      bytes += n;
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
