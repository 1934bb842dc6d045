package dev.moltbot.mime;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * Lines of a byte stream, in a buffer of fixed size. A line longer than the buffer arrives in
 * pieces, of which only the first {@link #isLineStart()}.
 */
final class LineSource implements Closeable {
  private static final int BUFFER_BYTES = 256 << 10;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int start;
  private int end;
  private int limit;
  private long consumed;
  private long number;
  private boolean lineStart = true;
  private boolean pieceEndsLine = true;
  private boolean repeat;

  LineSource(InputStream in) {
    this.in = in;
  }

  /** Moves to the next line or piece of one; false at the end. */
  boolean next() throws IOException {
    if (repeat) {
      repeat = false;
      return true;
    }
    lineStart = pieceEndsLine;
    start = end;
    int newline = indexOfNewline(start);
    while (newline < 0) {
      int scanned = limit - start;
      if (!fill()) {
        break;
      }
      newline = indexOfNewline(start + scanned);
    }
    end = newline < 0 ? limit : newline + 1;
    pieceEndsLine = newline >= 0;
    number += lineStart && end > start ? 1 : 0;
    return end > start;
  }

  /** Makes the next call of {@link #next()} yield the present line once more. */
  void again() {
    repeat = true;
  }

  private int indexOfNewline(int from) {
    for (int i = from; i < limit; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** Makes room and reads; false when nothing came or no room is left. */
  private boolean fill() throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, limit - start);
      consumed += start;
      limit -= start;
      start = 0;
    }
    int n = limit == buffer.length ? -1 : in.read(buffer, limit, buffer.length - limit);
    limit += Math.max(n, 0);
    return n > 0;
  }

  /** Only before the first line. */
  void skip(long bytes) throws IOException {
    in.skipNBytes(bytes);
    consumed += bytes;
  }

  byte[] buffer() {
    return buffer;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  boolean isLineStart() {
    return lineStart;
  }

  boolean isBlank() {
    int length = end - start;
    return (length == 1 && buffer[start] == '\n')
        || (length == 2 && buffer[start] == '\r' && buffer[start + 1] == '\n');
  }

  /** Where the present line starts, in bytes from the start of the stream. */
  long lineOffset() {
    return consumed + start;
  }

  /** The number of the present line, from 1 where reading began. */
  long number() {
    return number;
  }

  /** How far the stream has been taken apart. */
  long offset() {
    return consumed + end;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
