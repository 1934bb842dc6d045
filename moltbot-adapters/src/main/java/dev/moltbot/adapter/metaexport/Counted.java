package dev.moltbot.adapter.metaexport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that are read. */
final class Counted extends FilterInputStream {
  private long bytes;

  Counted(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int b = in.read();
    bytes += b < 0 ? 0 : 1;
    return b;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int n = in.read(into, from, length);
    bytes += Math.max(0, n);
    return n;
  }

  long bytes() {
    return bytes;
  }
}
