package dev.moltbot.app.inspection.deep.secret;

import java.io.IOException;
import java.io.InputStream;

/** The next bytes of a stream, as a stream of their own. */
final class Slice extends InputStream {
  private final InputStream from;
  private long left;

  Slice(InputStream from, long length) {
    this.from = from;
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    if (left == 0) {
      return -1;
    }
    int one = from.read();
    left -= one < 0 ? left : 1;
    return one;
  }

  @Override
  public int read(byte[] bytes, int at, int most) throws IOException {
    if (left == 0) {
      return -1;
    }
    int count = from.read(bytes, at, (int) Math.min(left, most));
    left -= count < 0 ? left : count;
    return count;
  }

  /** Passes over what was not read. */
  void finish() throws IOException {
    from.skipNBytes(left);
    left = 0;
  }
}
