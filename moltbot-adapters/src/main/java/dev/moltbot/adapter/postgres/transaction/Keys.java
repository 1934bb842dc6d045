package dev.moltbot.adapter.postgres.transaction;

import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.contact.Mark;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Look-up keys for ids that others hand us: the first 128 bits of a SHA-256. Ids of any length and
 * any characters fit an index, and nobody can find two with one key.
 */
public final class Keys {

  private Keys() {}

  /** Over the id as it came, so that ids which differ only in unstorable characters stay apart. */
  public static UUID of(String nativeId) {
    ByteBuffer utf16 = ByteBuffer.allocate(nativeId.length() * Character.BYTES);
    utf16.asCharBuffer().put(nativeId);
    ByteBuffer digest = ByteBuffer.wrap(sha256(utf16.array()));
    return new UUID(digest.getLong(), digest.getLong());
  }

  public static UUID of(Handle handle) {
    return ContactId.of(handle).value();
  }

  /** Over UTF-8, so that the database can make the same. */
  public static UUID of(Mark mark) {
    String words = mark.kind() + ":" + mark.value();
    ByteBuffer digest = ByteBuffer.wrap(sha256(words.getBytes(StandardCharsets.UTF_8)));
    return new UUID(digest.getLong(), digest.getLong());
  }

  public static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
