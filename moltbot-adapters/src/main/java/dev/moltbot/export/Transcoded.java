package dev.moltbot.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Characters as UTF-8 bytes. */
final class Transcoded extends InputStream {
  private static final int STEP_CHARS = 8 << 10;

  private final Reader reader;
  private final char[] step = new char[STEP_CHARS];
  private byte[] bytes = new byte[0];
  private int at;

  Transcoded(Reader reader) {
    this.reader = reader;
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0 || !fill()) {
      return length == 0 ? 0 : -1;
    }
    int n = Math.min(length, bytes.length - at);
    System.arraycopy(bytes, at, into, from, n);
    at += n;
    return n;
  }

  /** Reads on where there is nothing left; half a surrogate pair waits for its other half. */
  private boolean fill() throws IOException {
    while (at == bytes.length) {
      int n = reader.read(step, 0, STEP_CHARS - 1);
      if (n < 0) {
        return false;
      }
      if (n > 0 && Character.isHighSurrogate(step[n - 1])) {
        int low = reader.read();
        step[n] = (char) low;
        n += low < 0 ? 0 : 1;
      }
      bytes = new String(step, 0, n).getBytes(StandardCharsets.UTF_8);
      at = 0;
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
