package dev.moltbot.adapter.imap;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketAddress;

/** A connection on which every read ends when the call's time is over, TLS handshakes included. */
final class TimedSocket extends Layer {
  /** A whole reply fits in, so that a write never waits for a server that does not read. */
  static final int SEND_BUFFER_BYTES = 192 << 10;

  private final Socket raw = new Socket();
  private final Bounds bounds;

  TimedSocket(Bounds bounds) {
    this.bounds = bounds;
  }

  @Override
  Socket below() {
    return raw;
  }

  @Override
  public void connect(SocketAddress to, int millis) throws IOException {
    raw.setSendBufferSize(SEND_BUFFER_BYTES);
    raw.setTcpNoDelay(true);
    raw.connect(to, millis);
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(raw.getInputStream()) {
      @Override
      public int read() throws IOException {
        raw.setSoTimeout(bounds.millis());
        return super.read();
      }

      @Override
      public int read(byte[] to, int from, int length) throws IOException {
        raw.setSoTimeout(bounds.millis());
        return super.read(to, from, length);
      }
    };
  }
}
