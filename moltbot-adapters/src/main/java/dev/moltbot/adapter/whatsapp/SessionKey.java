package dev.moltbot.adapter.whatsapp;

import dev.moltbot.wire.Secret;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key that seals the session. */
final class SessionKey {
  /** Length of the key, in bytes. */
  static final int BYTES = 32;

  /** What 32 random bytes practically always exceed, and a pattern or a word seldom does. */
  private static final int MIN_DIFFERENT_BYTES = 16;

  private final SecretKey key;

  private SessionKey(byte[] bytes) {
    this.key = new SecretKeySpec(bytes, "AES");
  }

  /**
   * Reads a key.
   *
   * @throws IllegalArgumentException saying what is wrong with it, and nothing of it
   */
  static SessionKey of(Secret secret) {
    byte[] bytes = decoded(secret.reveal());
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("is " + bytes.length + " bytes, wanted " + BYTES);
    }
    long different = IntStream.range(0, BYTES).map(i -> bytes[i]).distinct().count();
    if (different < MIN_DIFFERENT_BYTES) {
      throw new IllegalArgumentException("is not random");
    }
    var key = new SessionKey(bytes);
    Arrays.fill(bytes, (byte) 0);
    return key;
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("is not base64", e);
    }
  }

  SecretKey key() {
    return key;
  }

  @Override
  public String toString() {
    return "***";
  }
}
