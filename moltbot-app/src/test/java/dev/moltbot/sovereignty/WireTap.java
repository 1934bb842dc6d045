package dev.moltbot.sovereignty;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/** Stands in front of a service and keeps every byte that the program lets out that way. */
final class WireTap implements AutoCloseable {
  private static final InetAddress LOCAL = InetAddress.getLoopbackAddress();

  private final List<ByteArrayOutputStream> connections = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ServerSocket server;
  private final String name;
  private final int behind;
  private final boolean answers;
  private volatile boolean refusing;

  /**
   * @param answers whether the program is the one that answers here, as it does webhooks
   */
  WireTap(String name, int behind, boolean answers) {
    this.name = name;
    this.behind = behind;
    this.answers = answers;
    try {
      this.server = new ServerSocket(0, 50, LOCAL);
    } catch (IOException e) {
      throw new UncheckedIOException("no loopback port", e);
    }
    threads.execute(this::accept);
  }

  String name() {
    return name;
  }

  int port() {
    return server.getLocalPort();
  }

  /** Everything so far, connection after connection. */
  byte[] let() {
    var all = new ByteArrayOutputStream();
    for (ByteArrayOutputStream one : connections) {
      all.writeBytes(one.toByteArray());
      all.writeBytes("\n".getBytes(StandardCharsets.US_ASCII));
    }
    return all.toByteArray();
  }

  /** From the next request on the credential is good no more, as services say it. */
  void refuse() {
    refusing = true;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket from = server.accept();
        var kept = new ByteArrayOutputStream();
        connections.add(kept);
        Socket to = new Socket(LOCAL, behind);
        var nothing = new ByteArrayOutputStream();
        threads.execute(() -> pump(from, to, answers ? nothing : kept, () -> refusing));
        threads.execute(() -> pump(to, from, answers ? kept : nothing, () -> false));
      } catch (IOException e) {
        // Closed, which is how it ends; or nobody behind it, and the next may be luckier.
      }
    }
  }

  /** Says no, and hears the request out: a connection closed on unread bytes loses the answer. */
  private static void refuse(Socket from, OutputStream kept) throws IOException {
    String body = "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}";
    String no =
        "HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\nConnection: close\r\n"
            + "Content-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    from.getOutputStream().write(no.getBytes(StandardCharsets.US_ASCII));
    from.shutdownOutput();
    from.getInputStream().transferTo(kept);
  }

  private static void pump(
      Socket from, Socket to, ByteArrayOutputStream kept, BooleanSupplier refusing) {
    byte[] buffer = new byte[8_192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        kept.write(buffer, 0, read);
        if (refusing.getAsBoolean()) {
          refuse(from, kept);
          return;
        }
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException e) {
      // One side hung up; so do we.
    }
  }
}
