package dev.moltbot.export;

import java.util.Arrays;

/** The bytes of one line, up to the longest that is kept. */
final class LineBytes {
  private byte[] bytes = new byte[256];
  private int size;
  private boolean cut;

  void clear() {
    size = 0;
    cut = false;
  }

  void add(byte b) {
    if (size == ExportLimits.MAX_LINE_BYTES) {
      cut = true;
      return;
    }
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(2 * size, ExportLimits.MAX_LINE_BYTES));
    }
    bytes[size++] = b;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Without the carriage return of a Windows line end. */
  int size() {
    return size > 0 && bytes[size - 1] == '\r' ? size - 1 : size;
  }

  boolean cut() {
    return cut;
  }
}
