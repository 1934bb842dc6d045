package dev.moltbot.adapter.shinodo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands in front of a service and keeps every byte that goes to it, headers and all. */
final class Tap implements AutoCloseable {
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ServerSocket server;
  private final int behind;

  Tap(URI service) {
    this.behind = service.getPort();
    try {
      this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("no loopback port", e);
    }
    threads.execute(this::accept);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
  }

  /** Everything so far. */
  byte[] heard() {
    return heard.toByteArray();
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket from = server.accept();
        Socket to = new Socket(InetAddress.getLoopbackAddress(), behind);
        threads.execute(() -> pump(from, to, true));
        threads.execute(() -> pump(to, from, false));
      } catch (IOException e) {
        return; // Closed, which is how it ends.
      }
    }
  }

  private void pump(Socket from, Socket to, boolean keep) {
    byte[] buffer = new byte[8_192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (keep) {
          heard.write(buffer, 0, read);
        }
        out.write(buffer, 0, read);
      }
    } catch (IOException e) {
      // One side hung up; so do we.
    }
  }
}
