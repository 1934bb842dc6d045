package dev.moltbot.adapter.metaexport;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Undoes what Meta does to text: its UTF-8 is written byte by byte, each as a character of its own,
 * so that {@code é} arrives as {@code Ã©}. Text that cannot have been made so is left alone.
 */
final class Repair {
  private static final int LAST_BYTE = 0xFF;
  private static final int LAST_ASCII = 0x7F;

  private Repair() {}

  static String text(String raw) {
    boolean bytes = raw.chars().allMatch(c -> c <= LAST_BYTE);
    if (!bytes || raw.chars().allMatch(c -> c <= LAST_ASCII)) {
      return raw;
    }
    try {
      byte[] utf8 = raw.getBytes(StandardCharsets.ISO_8859_1);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      return raw;
    }
  }
}
