package dev.moltbot.tunnel;

import dev.moltbot.domain.egress.Endpoint;
import dev.moltbot.domain.egress.Reach;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One who came to the door: judged, and then passed through until either side ends. */
final class Passage {
  /** Longest silence, in milliseconds; WhatsApp says something every half minute. */
  static final int IDLE_MILLIS = 300_000;

  private static final int PIECE_BYTES = 16_384;
  private static final String GO_ON = "HTTP/1.1 200 Connection established\r\n\r\n";
  private static final String NO =
      "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

  private final Tunnel.Terms terms;
  private final int door;
  private final Socket near;
  private ConnectRequest asked = ConnectRequest.UNREAD;
  private String named = "-";

  Passage(Tunnel.Terms terms, int door, Socket near) {
    this.terms = terms;
    this.door = door;
    this.near = near;
  }

  /** To its end. */
  void run() {
    try (near) {
      var in = new BufferedInputStream(near.getInputStream());
      through(opened(in), in);
    } catch (Refused e) {
      terms.refusals().note(door, asked, named, e, terms.time().instant());
    } catch (IOException e) {
      // One of the two ended, or was silent too long; there is nobody to tell.
      return;
    }
  }

  /** What TLS begins with, after the door has agreed. */
  private ClientHello opened(InputStream in) throws IOException {
    Thread end = Thread.startVirtualThread(this::endUnlessOpen);
    try {
      asked = ConnectRequest.read(in);
      judge();
      say(GO_ON);
      return ClientHello.read(in);
    } finally {
      end.interrupt();
    }
  }

  /** A byte now and then is no way to keep a place. */
  private void endUnlessOpen() {
    try {
      Thread.sleep(terms.opening());
      near.close();
    } catch (InterruptedException e) {
      // It is through, or was refused.
      return;
    } catch (IOException e) {
      // It is closed already.
      return;
    }
  }

  private void judge() throws IOException {
    try {
      if (!asked.isConnect()) {
        throw new Refused("this door is for tunnels only");
      }
      if (!isAllowed()) {
        throw new Refused("this address is not on the allow-list");
      }
      if (!terms.allowance().take(1)) {
        throw terms.allowance().usedUp();
      }
    } catch (Refused e) {
      say(NO);
      throw e;
    }
  }

  private boolean isAllowed() {
    return terms
        .list()
        .endpoint(asked.host(), asked.port())
        .filter(one -> one.callers().contains(terms.caller()))
        .map(Endpoint::reach)
        .filter(Reach.Tunnel.class::isInstance)
        .isPresent();
  }

  /** Nothing is looked up or sent before TLS names the same host. */
  private void through(ClientHello hello, InputStream in) throws IOException {
    if (!hello.name().equals(asked.host())) {
      named = hello.name();
      throw new Refused("TLS names another host");
    }
    try (Socket far = terms.dial().to(asked.host(), asked.port())) {
      near.setSoTimeout(IDLE_MILLIS);
      far.setSoTimeout(IDLE_MILLIS);
      OutputStream out = far.getOutputStream();
      counted(hello.bytes().size());
      out.write(hello.bytes().toByteArray());
      Thread.startVirtualThread(() -> down(far));
      pump(in, out);
    }
  }

  /** The end of either direction is the end of both. */
  private void down(Socket far) {
    try (far;
        near) {
      pump(far.getInputStream(), near.getOutputStream());
    } catch (Refused e) {
      terms.refusals().note(door, asked, named, e, terms.time().instant());
    } catch (IOException e) {
      // As above; what is still on its way up ends with the sockets.
      return;
    }
  }

  private void pump(InputStream from, OutputStream to) throws IOException {
    byte[] piece = new byte[PIECE_BYTES];
    for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
      counted(read);
      to.write(piece, 0, read);
    }
  }

  private void counted(int bytes) throws Refused {
    if (!terms.allowance().take(bytes)) {
      throw terms.allowance().usedUp();
    }
  }

  private void say(String words) throws IOException {
    near.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
  }
}
