package dev.moltbot.adapter.whatsapp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads lines of bounded length. Used by one thread. */
final class LineReader {
  private final InputStream in;
  private final int maxBytes;

  LineReader(InputStream in, int maxBytes) {
    this.in = new BufferedInputStream(in);
    this.maxBytes = maxBytes;
  }

  /** A line without end, or one that is no line of the protocol. */
  static final class Nonsense extends IOException {
    private static final long serialVersionUID = 1L;

    Nonsense(String what) {
      super(what);
    }
  }

  /**
   * The next line, without its end; empty when there is no more. A last line that was cut off is
   * none.
   *
   * @throws Nonsense when it is over the limit
   */
  Optional<String> next() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        return Optional.of(line.toString(StandardCharsets.UTF_8));
      }
      if (line.size() >= maxBytes) {
        throw new Nonsense("a line of over " + maxBytes + " bytes");
      }
      line.write(b);
    }
    return Optional.empty();
  }
}
