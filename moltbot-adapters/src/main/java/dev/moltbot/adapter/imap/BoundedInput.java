package dev.moltbot.adapter.imap;

import java.io.IOException;
import java.io.InputStream;

/**
 * What a server says, as far as we are willing to listen. The library makes room for whatever size
 * the server announces before a byte of it has come, so the announcement is read here first: a line
 * that ends in {@code {123}} is followed by that many bytes (RFC 9051, 4.3).
 *
 * <p>Sees an announcement exactly where the library does, even where none should be: one that only
 * the library saw would be unbounded.
 */
final class BoundedInput extends InputStream {
  /** Longest line; the list of all messages of a large mailbox is one. */
  static final int MAX_LINE_BYTES = 8 << 20;

  private static final long NONE = -1;

  /** Where in {@code {123}CRLF} the last bytes stand. */
  private enum Place {
    ELSEWHERE,
    DIGITS,
    CLOSED,
    RETURN
  }

  private final InputStream in;
  private final Bounds bounds;
  private final long maxLiteralBytes;
  private Place place = Place.ELSEWHERE;
  private long announced = NONE;
  private long literalLeft;
  private int lineBytes;

  BoundedInput(InputStream in, Bounds bounds, long maxLiteralBytes) {
    this.in = in;
    this.bounds = bounds;
    this.maxLiteralBytes = maxLiteralBytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    int came = in.read(to, from, length);
    bounds.came(came);
    for (int i = from; i < from + came; i++) {
      look(to[i]);
    }
    return came;
  }

  @Override
  public int available() throws IOException {
    return in.available();
  }

  private void look(byte b) throws IOException {
    boolean announcedHere = b == '\n' && place == Place.RETURN;
    step(b);
    if (literalLeft > 0) {
      literalLeft--;
      return;
    }
    lineBytes = b == '\n' ? 0 : lineBytes + 1;
    if (lineBytes == 0) {
      bounds.lineCame();
    }
    if (lineBytes > MAX_LINE_BYTES) {
      throw new TooMuchException("a line of more than " + MAX_LINE_BYTES + " bytes");
    }
    if (announcedHere) {
      literal();
    }
  }

  private void step(byte b) {
    if (b == '{') {
      place = Place.DIGITS;
      announced = 0;
    } else if (place == Place.DIGITS && b >= '0' && b <= '9') {
      announced = Math.min(announced * 10 + b - '0', Integer.MAX_VALUE);
    } else if (place == Place.DIGITS && b == '}') {
      place = Place.CLOSED;
    } else {
      place = place == Place.CLOSED && b == '\r' ? Place.RETURN : Place.ELSEWHERE;
    }
  }

  private void literal() throws IOException {
    if (announced > maxLiteralBytes) {
      throw new TooMuchException("a literal of more than " + maxLiteralBytes + " bytes");
    }
    literalLeft = announced;
    announced = NONE;
  }
}
