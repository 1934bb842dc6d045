package dev.moltbot.domain.contact;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * One person in the contact graph: the smallest among the ids that the person's handles have by
 * themselves. So nobody hands ids out, and the same handles are the same contact on every machine.
 */
public record ContactId(UUID value) implements Comparable<ContactId> {
  /** Sorts before everybody, and is nobody's. */
  public static final ContactId NOBODY = new ContactId(new UUID(0, 0));

  /** Who a handle is as long as nothing joins it to another: 128 bits of its SHA-256. */
  public static ContactId of(Handle handle) {
    byte[] digest = sha256(handle.channel().value() + ":" + handle.value());
    return new ContactId(new UUID(number(digest, 0), number(digest, Long.BYTES)));
  }

  private static byte[] sha256(String words) {
    // Two bytes a character as they come: half a surrogate pair has no other spelling.
    var utf16 = new byte[words.length() * Character.BYTES];
    for (int i = 0; i < words.length(); i++) {
      utf16[2 * i] = (byte) (words.charAt(i) >> Byte.SIZE);
      utf16[2 * i + 1] = (byte) words.charAt(i);
    }
    try {
      return MessageDigest.getInstance("SHA-256").digest(utf16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  private static long number(byte[] bytes, int from) {
    long number = 0;
    for (int i = from; i < from + Long.BYTES; i++) {
      number = (number << Byte.SIZE) | (bytes[i] & 0xFF);
    }
    return number;
  }

  /** In the order of their digits, as a database sorts them; {@link UUID} has another. */
  @Override
  public int compareTo(ContactId other) {
    int high =
        Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(
            value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
  }
}
