package dev.moltbot.adapter.mailbox;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a mail by its content: the same mail has the same name in every mailbox and every run. */
final class ContentName {
  /** Bytes of the digest kept: enough that no two mails of a lifetime share a name. */
  private static final int KEPT_BYTES = 16;

  private ContentName() {}

  /** The name of a mail whose beginning is given, and its size where that is not all of it. */
  static String of(byte[] bytes, long size) {
    MessageDigest sha256 = sha256();
    if (size > 0) {
      sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(0, size));
    }
    return "sha256:" + HexFormat.of().formatHex(sha256.digest(bytes), 0, KEPT_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
