package dev.moltbot.adapter.postgres;

import dev.moltbot.domain.contact.Handle;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Look-up keys for ids that others hand us: the first 128 bits of a SHA-256. Ids of any length and
 * any characters fit an index, and nobody can find two with one key.
 */
final class Keys {

  private Keys() {}

  /** Over the id as it came, so that ids which differ only in unstorable characters stay apart. */
  static UUID of(String nativeId) {
    ByteBuffer utf16 = ByteBuffer.allocate(nativeId.length() * Character.BYTES);
    utf16.asCharBuffer().put(nativeId);
    ByteBuffer digest = ByteBuffer.wrap(sha256(utf16.array()));
    return new UUID(digest.getLong(), digest.getLong());
  }

  static UUID of(Handle handle) {
    return of(handle.channel().value() + ":" + handle.value());
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
