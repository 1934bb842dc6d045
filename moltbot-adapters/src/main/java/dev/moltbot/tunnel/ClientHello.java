package dev.moltbot.tunnel;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import okio.ByteString;

/**
 * The first message of TLS (RFC 8446, section 4.1.2), which names the host it is for (RFC 6066,
 * section 3).
 *
 * @param bytes all that was read, record headers included, to be passed on as it is
 * @param name in lower case
 */
record ClientHello(ByteString bytes, String name) {
  /** Largest message read, in bytes; browsers send some 2,000. */
  static final int MAX_BYTES = 16_384;

  private static final int HANDSHAKE = 22;
  private static final int CLIENT_HELLO = 1;
  private static final int SERVER_NAME = 0;
  private static final int HEADER_BYTES = 4;

  /** Version and random. */
  private static final int FIXED_BYTES = 34;

  /**
   * Reads one.
   *
   * @throws Refused when it is none, or names no host or several
   * @throws IOException when the other side ends before
   */
  static ClientHello read(InputStream in) throws IOException {
    var records = new DataInputStream(in);
    var all = new ByteArrayOutputStream();
    var message = new ByteArrayOutputStream();
    while (message.size() < HEADER_BYTES || message.size() < length(message.toByteArray())) {
      record(records, all, message);
    }
    try {
      return new ClientHello(ByteString.of(all.toByteArray()), name(message.toByteArray()));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new Refused("the beginning of TLS makes no sense");
    }
  }

  private static void record(
      DataInputStream in, ByteArrayOutputStream all, ByteArrayOutputStream message)
      throws IOException {
    int type = in.readUnsignedByte();
    int version = in.readUnsignedShort();
    int length = in.readUnsignedShort();
    if (type != HANDSHAKE || version >>> 8 != 3 || length == 0) {
      throw new Refused("no TLS");
    }
    if (message.size() + length > MAX_BYTES) {
      throw new Refused("the beginning of TLS is over the limit");
    }
    byte[] fragment = new byte[length];
    in.readFully(fragment);
    all.write(type);
    all.write(version >>> 8);
    all.write(version);
    all.write(length >>> 8);
    all.write(length);
    all.write(fragment);
    message.write(fragment);
  }

  private static int length(byte[] message) throws Refused {
    if (message[0] != CLIENT_HELLO) {
      throw new Refused("no TLS");
    }
    return HEADER_BYTES + (ByteBuffer.wrap(message).getInt(0) & 0xffffff);
  }

  private static String name(byte[] message) throws Refused {
    ByteBuffer in = ByteBuffer.wrap(message).position(HEADER_BYTES);
    in.position(in.position() + FIXED_BYTES);
    part(in, in.get() & 0xff); // The session's id.
    part(in, in.getShort() & 0xffff); // Ciphers.
    part(in, in.get() & 0xff); // Compression.
    ByteBuffer extensions = part(in, in.getShort() & 0xffff);
    String name = "";
    boolean named = false;
    while (extensions.hasRemaining()) {
      int type = extensions.getShort() & 0xffff;
      ByteBuffer body = part(extensions, extensions.getShort() & 0xffff);
      if (type == SERVER_NAME) {
        if (named) {
          throw new Refused("TLS names several hosts");
        }
        named = true;
        name = only(part(body, body.getShort() & 0xffff));
        if (body.hasRemaining()) {
          throw new Refused("TLS names several hosts");
        }
      }
    }
    if (name.isEmpty()) {
      throw new Refused("TLS names no host");
    }
    return name;
  }

  private static String only(ByteBuffer names) throws Refused {
    int type = names.get();
    ByteBuffer name = part(names, names.getShort() & 0xffff);
    if (type != 0 || names.hasRemaining()) {
      throw new Refused("TLS names several hosts");
    }
    return StandardCharsets.ISO_8859_1.decode(name).toString().toLowerCase(Locale.ROOT);
  }

  private static ByteBuffer part(ByteBuffer from, int length) {
    ByteBuffer part = from.slice(from.position(), Math.min(length, from.remaining()));
    if (part.remaining() < length) {
      throw new BufferUnderflowException();
    }
    from.position(from.position() + length);
    return part;
  }
}
