package dev.moltbot.export;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Unpacked bytes, up to a bound. What unpacks to more was made to do harm. */
final class Bounded extends FilterInputStream {
  private long left;

  Bounded(InputStream in, long most) {
    super(in);
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    int b = in.read();
    count(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int n = in.read(bytes, from, length);
    count(n);
    return n;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long n = in.skip(bytes);
    count(n);
    return n;
  }

  /** Never more: a buffer around this would else lose what came before a place where it breaks. */
  @Override
  public int available() {
    return 0;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long n) throws IOException {
    left -= Math.max(0, n);
    if (left < 0) {
      throw new ZipException("unpacks to more than " + ExportLimits.MAX_RATIO + " times its size");
    }
  }
}
