package dev.moltbot.tunnel;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Whoever is called says back what it hears. */
final class FarSide implements AutoCloseable {
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicLong received = new AtomicLong();
  private @Nullable ServerSocket server;

  void open() throws IOException {
    var listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    server = listening;
    Thread.startVirtualThread(() -> serve(listening));
  }

  Socket dial(String host, int port) throws IOException {
    calls.incrementAndGet();
    ServerSocket there = server;
    if (there == null) {
      throw new IOException("not open");
    }
    return new Socket(there.getInetAddress(), there.getLocalPort());
  }

  int calls() {
    return calls.get();
  }

  long received() {
    return received.get();
  }

  private void serve(ServerSocket listening) {
    while (!listening.isClosed()) {
      try {
        Socket one = listening.accept();
        Thread.startVirtualThread(() -> echo(one));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void echo(Socket one) {
    byte[] piece = new byte[8_192];
    try (one) {
      InputStream in = one.getInputStream();
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        received.addAndGet(read);
        one.getOutputStream().write(piece, 0, read);
      }
    } catch (IOException e) {
      return; // The tunnel was shut.
    }
  }

  @Override
  public void close() throws IOException {
    ServerSocket there = server;
    if (there != null) {
      there.close();
    }
  }
}
