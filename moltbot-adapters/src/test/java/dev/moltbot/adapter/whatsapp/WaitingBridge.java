package dev.moltbot.adapter.whatsapp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Waits at a socket, as the bridge's container does, and passes everything to a fake's port. */
final class WaitingBridge implements AutoCloseable {
  private final ServerSocketChannel server;
  private final int port;
  private final List<SocketChannel> parents = new CopyOnWriteArrayList<>();

  WaitingBridge(Path socket, int port) throws IOException {
    this.port = port;
    this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    Thread.startVirtualThread(this::serve);
  }

  int connections() {
    return parents.size();
  }

  /** The bridge dies. */
  void hangUp() throws IOException {
    parents.getLast().close();
  }

  private void serve() {
    while (server.isOpen()) {
      try {
        SocketChannel parent = server.accept();
        var far = new Socket(InetAddress.getLoopbackAddress(), port);
        parents.add(parent);
        Thread.startVirtualThread(() -> pass(Channels.newInputStream(parent), far, parent));
        OutputStream back = Channels.newOutputStream(parent);
        Thread.startVirtualThread(() -> pass(far, back, parent));
      } catch (IOException e) {
        return; // Closed.
      }
    }
  }

  private static void pass(InputStream from, Socket far, SocketChannel parent) {
    try (far;
        parent) {
      from.transferTo(far.getOutputStream());
    } catch (IOException e) {
      return; // One of the two is gone.
    }
  }

  private static void pass(Socket far, OutputStream back, SocketChannel parent) {
    try (far;
        parent) {
      far.getInputStream().transferTo(back);
    } catch (IOException e) {
      return; // As above.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (SocketChannel parent : parents) {
      parent.close();
    }
  }
}
