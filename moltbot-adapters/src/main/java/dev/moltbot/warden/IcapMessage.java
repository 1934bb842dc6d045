package dev.moltbot.warden;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import okio.ByteString;

/**
 * One ICAP request (RFC 3507, section 4): its own header, the headers of the HTTP messages it
 * carries, and a body.
 *
 * @param carried the HTTP headers as they came, in order; a request's, and of an answer both
 * @param body without its chunks; empty for none
 * @param hasBody whether there is one, be it empty
 */
record IcapMessage(HttpHead head, List<String> carried, ByteString body, boolean hasBody) {
  /** Longest header, in bytes: the ICAP one, and all carried ones. */
  static final int MAX_HEADER_BYTES = 65_536;

  /** Longest body, in bytes. A mail with what it quotes is under a tenth of it. */
  static final int MAX_BODY_BYTES = 8 << 20;

  /** Empty when the other side is done. */
  static Optional<IcapMessage> read(InputStream in) throws IOException {
    String own = header(in);
    if (own.isEmpty()) {
      return Optional.empty();
    }
    HttpHead head = HttpHead.of(own);
    String[] parts = head.only("encapsulated").split("\\s*,\\s*", -1);
    int[] offsets = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      offsets[i] = offset(parts[i]);
    }
    String[] carried = new String[parts.length - 1];
    for (int i = 0; i < carried.length; i++) {
      carried[i] =
          new String(exactly(in, offsets[i + 1] - offsets[i]), StandardCharsets.ISO_8859_1);
    }
    boolean hasBody = !parts[parts.length - 1].startsWith("null-body");
    boolean follows = hasBody && !head.first().startsWith("OPTIONS ");
    ByteString body = follows ? chunks(in) : ByteString.EMPTY;
    return Optional.of(new IcapMessage(head, Arrays.asList(carried), body, hasBody));
  }

  private static int offset(String part) throws IOException {
    int equals = part.indexOf('=');
    if (equals < 0 || !part.substring(equals + 1).matches("[0-9]{1,6}")) {
      // OPTIONS may come without: it carries nothing.
      if (part.isEmpty()) {
        return 0;
      }
      throw new IOException("an ICAP message whose parts have no place");
    }
    return Integer.parseInt(part.substring(equals + 1));
  }

  private static String header(InputStream in) throws IOException {
    var bytes = new ByteArrayOutputStream();
    int last = 0;
    for (int next = in.read(); next >= 0; next = in.read()) {
      bytes.write(next);
      last = last << 8 | next;
      if (last == 0x0d0a0d0a) {
        return bytes.toString(StandardCharsets.ISO_8859_1);
      }
      if (bytes.size() > MAX_HEADER_BYTES) {
        throw new IOException("an ICAP header over " + MAX_HEADER_BYTES + " bytes");
      }
    }
    if (bytes.size() > 0) {
      throw new EOFException("an ICAP message broke off");
    }
    return "";
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    if (length < 0 || length > MAX_HEADER_BYTES) {
      throw new IOException("a carried header of " + length + " bytes");
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("an ICAP message broke off");
    }
    return bytes;
  }

  private static ByteString chunks(InputStream in) throws IOException {
    var body = new ByteArrayOutputStream();
    for (int size = size(in); size > 0; size = size(in)) {
      if (body.size() + size > MAX_BODY_BYTES) {
        throw new TooLong();
      }
      body.write(in.readNBytes(size));
      line(in);
    }
    line(in);
    return ByteString.of(body.toByteArray());
  }

  private static int size(InputStream in) throws IOException {
    String line = line(in);
    int end = line.indexOf(';');
    String digits = (end < 0 ? line : line.substring(0, end)).strip();
    if (!digits.matches("[0-9a-fA-F]{1,7}")) {
      throw new IOException("a chunk without its size");
    }
    return Integer.parseInt(digits, 16);
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || line.length() > 1_000) {
        throw new EOFException("an ICAP message broke off");
      }
      line.append((char) next);
    }
    return line.toString().strip();
  }

  /** The body is over its limit. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;

    TooLong() {
      super("a body over " + MAX_BODY_BYTES + " bytes");
    }
  }
}
