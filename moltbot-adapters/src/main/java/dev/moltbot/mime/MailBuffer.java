package dev.moltbot.mime;

import java.util.Arrays;

/** The bytes of one mail as they come in; counts on past the limit but holds no more. */
final class MailBuffer {
  private static final int FIRST_BYTES = 64 << 10;

  private final int maxBytes;
  private byte[] bytes;
  private long size;

  MailBuffer(int maxBytes) {
    this.maxBytes = maxBytes;
    this.bytes = new byte[Math.min(FIRST_BYTES, maxBytes)];
  }

  /** A mail that was large gives its memory back. */
  void clear() {
    size = 0;
    if (bytes.length > FIRST_BYTES) {
      bytes = new byte[FIRST_BYTES];
    }
  }

  /** Adds the line without the one {@code >} that mbox put in front of a From. */
  void addLine(LineSource line) {
    int from = line.start();
    if (line.isLineStart() && isQuotedFrom(line)) {
      from++;
    }
    int length = line.end() - from;
    if (size + length <= maxBytes) {
      ensure((int) size + length);
      System.arraycopy(line.buffer(), from, bytes, (int) size, length);
    } else if (bytes.length > FIRST_BYTES) {
      bytes = Arrays.copyOf(bytes, FIRST_BYTES); // Over the limit: its beginning will do.
    }
    size += length;
  }

  private static boolean isQuotedFrom(LineSource line) {
    byte[] buffer = line.buffer();
    int i = line.start();
    while (i < line.end() && buffer[i] == '>') {
      i++;
    }
    return i > line.start() && Mbox.startsWithFrom(buffer, i, line.end());
  }

  private void ensure(int needed) {
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(maxBytes, Math.max(needed, bytes.length * 2)));
    }
  }

  boolean overLimit() {
    return size > maxBytes;
  }

  long size() {
    return size;
  }

  /** A copy of the beginning of a mail that was too large. */
  byte[] head() {
    return Arrays.copyOf(bytes, Math.min(bytes.length, FIRST_BYTES));
  }

  /** A copy, without the blank line that belongs to the next From line. */
  byte[] bytes() {
    int end = (int) size;
    if (end > 0 && bytes[end - 1] == '\n') {
      end--;
      end -= end > 0 && bytes[end - 1] == '\r' ? 1 : 0;
    }
    return Arrays.copyOf(bytes, end);
  }
}
