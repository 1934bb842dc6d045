package dev.moltbot.export;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The lines of a text in whatever charset: UTF-8, UTF-16 when it says so in its first two bytes,
 * else what Windows wrote in the place it comes from. Used by one thread at a time.
 */
public final class TextLines implements Closeable {
  private static final int BUFFER_BYTES = 64 << 10;

  private final InputStream in;
  private final LineBytes line = new LineBytes();
  private final LineDecoder decoder = new LineDecoder();
  private long number;
  private long done;

  private TextLines(InputStream in) {
    this.in = in;
  }

  /**
   * One line.
   *
   * @param number from 1
   * @param text without its end, with the characters that cannot be shown replaced
   * @param cut whether it was longer than {@link ExportLimits#MAX_LINE_BYTES}
   */
  public record Line(long number, String text, boolean cut) {}

  /** From the front. */
  public static TextLines of(ExportFile file) throws IOException {
    return of(file.open());
  }

  /** Takes the stream over. */
  public static TextLines of(InputStream raw) throws IOException {
    InputStream in = new BufferedInputStream(raw, BUFFER_BYTES);
    try {
      in.mark(3);
      byte[] head = in.readNBytes(3);
      in.reset();
      return new TextLines(plain(in, head));
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static InputStream plain(InputStream in, byte[] head) throws IOException {
    if (starts(head, 0xEF, 0xBB, 0xBF)) {
      in.skipNBytes(3);
    } else if (starts(head, 0xFF, 0xFE) || starts(head, 0xFE, 0xFF)) {
      Charset utf16 = StandardCharsets.UTF_16;
      return new BufferedInputStream(new Transcoded(new InputStreamReader(in, utf16)));
    }
    return in;
  }

  private static boolean starts(byte[] head, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** The next line, or empty at the end. */
  public Optional<Line> next() throws IOException {
    line.clear();
    int b = in.read();
    if (b < 0) {
      return Optional.empty();
    }
    for (; b >= 0 && b != '\n'; b = in.read()) {
      line.add((byte) b);
      done++;
    }
    done += b < 0 ? 0 : 1;
    number++;
    return Optional.of(new Line(number, decoder.decode(line), line.cut()));
  }

  /** Bytes read so far. */
  public long done() {
    return done;
  }

  /** The same text for parsers that read characters; line ends become {@code \n}. */
  public Reader reader() {
    return new LineReader(this);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
