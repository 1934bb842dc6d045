package dev.moltbot.app.inspection.deep.secret;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** How much may still be read of one archive, all that is packed in it together. */
final class Allowance {
  private long left;

  /**
   * @param most in bytes
   */
  Allowance(long most) {
    this.left = most;
  }

  /** The same bytes, counted; reading fails when there were too many. Closing it closes nothing. */
  InputStream over(InputStream stream) {
    return new FilterInputStream(stream) {
      @Override
      public int read() throws IOException {
        int one = super.read();
        spend(one < 0 ? 0 : 1);
        return one;
      }

      @Override
      public int read(byte[] bytes, int from, int most) throws IOException {
        int count = super.read(bytes, from, most);
        spend(Math.max(0, count));
        return count;
      }

      @Override
      public void close() {}
    };
  }

  private void spend(int count) throws IOException {
    left -= count;
    if (left < 0) {
      throw new TooLarge();
    }
  }

  /** An archive with more in it than anybody waits for. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge() {
      super("too much is packed in it");
    }
  }
}
