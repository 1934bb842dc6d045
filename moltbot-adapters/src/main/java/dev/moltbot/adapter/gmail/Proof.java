package dev.moltbot.adapter.gmail;

import dev.moltbot.wire.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * What shows that an answer belongs to our question, and that whoever trades it in is who asked.
 *
 * @param state comes back with the answer (RFC 6749 10.12)
 * @param verifier stays here until the code is traded in (RFC 7636 4.1)
 */
record Proof(String state, Secret verifier) {
  /** Makes 43 characters, the shortest that RFC 7636 allows, and 256 bits of chance. */
  private static final int BYTES = 32;

  /** New ones; {@code random} must be a cryptographically strong one. */
  static Proof mint(RandomGenerator random) {
    return new Proof(word(random), Secret.of(word(random)));
  }

  /** The verifier's digest, which alone is shown to the browser (RFC 7636 4.2, S256). */
  String challenge() {
    try {
      byte[] ascii = verifier.reveal().getBytes(StandardCharsets.US_ASCII);
      return encoded(MessageDigest.getInstance("SHA-256").digest(ascii));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String word(RandomGenerator random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return encoded(bytes);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
