package dev.moltbot.tunnel;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/** The first bytes of TLS as Java's own client sends them. */
final class Hello {
  private Hello() {}

  static byte[] of(String name) {
    return with(List.of(new SNIHostName(name)));
  }

  static byte[] withoutName() {
    return with(List.of());
  }

  private static byte[] with(List<SNIHostName> names) {
    try {
      SSLEngine engine = SSLContext.getDefault().createSSLEngine();
      engine.setUseClientMode(true);
      SSLParameters parameters = engine.getSSLParameters();
      parameters.setServerNames(List.copyOf(names));
      engine.setSSLParameters(parameters);
      ByteBuffer bytes = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
      engine.wrap(ByteBuffer.allocate(0), bytes);
      return Arrays.copyOf(bytes.array(), bytes.position());
    } catch (java.security.GeneralSecurityException | javax.net.ssl.SSLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same message in records of a few bytes each. */
  static byte[] inPieces(byte[] hello, int size) {
    ByteBuffer pieces = ByteBuffer.allocate(hello.length * 6);
    for (int at = 5; at < hello.length; at += size) {
      int length = Math.min(size, hello.length - at);
      pieces.put(hello, 0, 3).putShort((short) length).put(hello, at, length);
    }
    return Arrays.copyOf(pieces.array(), pieces.position());
  }
}
