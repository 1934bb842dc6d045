package dev.moltbot.adapter.whatsapp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/**
 * The bridge of a rehearsal: passes everything between its standard streams and {@link
 * FakeWhatsapp}, and ends when either side does.
 */
final class FakeBridge {

  private FakeBridge() {}

  /** Started with the port on loopback. */
  public static void main(String... args) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]))) {
      InputStream there = socket.getInputStream();
      OutputStream back = socket.getOutputStream();
      Thread.ofPlatform().daemon().start(() -> pass(System.in, back, socket));
      pass(there, System.out, socket);
    }
  }

  private static void pass(InputStream from, OutputStream to, Socket socket) {
    var some = new byte[8_192];
    try (socket) {
      for (int read = from.read(some); read >= 0; read = from.read(some)) {
        to.write(some, 0, read);
        to.flush();
      }
    } catch (IOException e) {
      if (!socket.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
