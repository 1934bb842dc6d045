package dev.moltbot.app.inspection.deep;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A name server on this machine that gives every question the same answer. */
final class Answering implements Closeable {
  private final DatagramSocket socket =
      new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  private final int code;
  private volatile String asked = "";

  Answering(int code) throws IOException {
    this.code = code;
    Thread.ofVirtual().start(this::serve);
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
  }

  String asked() {
    return asked;
  }

  @Override
  public void close() {
    socket.close();
  }

  private void serve() {
    var packet = new DatagramPacket(new byte[512], 512);
    try {
      while (true) {
        socket.receive(packet);
        asked = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1);
        packet.getData()[2] = (byte) 0x80;
        packet.getData()[3] = (byte) code;
        socket.send(packet);
      }
    } catch (IOException closed) {
      return;
    }
  }
}
