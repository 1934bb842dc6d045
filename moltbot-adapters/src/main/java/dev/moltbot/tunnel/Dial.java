package dev.moltbot.tunnel;

import dev.moltbot.wire.Addresses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;

/** Connects to a name that was found to be allowed, and only to public addresses of it. */
interface Dial {
  /** Longest wait for a connection, in milliseconds. */
  int CONNECT_MILLIS = 10_000;

  /**
   * Connects.
   *
   * @throws Refused when the name leads where it must not
   */
  Socket to(String host, int port) throws IOException;

  /** Looks up a name. */
  interface Resolver {
    List<InetAddress> lookup(String host) throws UnknownHostException;
  }

  /** By the system's resolver. */
  static Dial out() {
    return checked(host -> List.of(InetAddress.getAllByName(host)));
  }

  /** By exactly the addresses that were checked; one bad one refuses them all. */
  static Dial checked(Resolver resolver) {
    return (host, port) -> {
      List<InetAddress> found = resolver.lookup(host);
      if (found.isEmpty() || !found.stream().allMatch(Addresses::isPublic)) {
        throw new Refused("its name leads where it must not");
      }
      return first(found, port);
    };
  }

  private static Socket first(List<InetAddress> found, int port) throws IOException {
    IOException last = new IOException("no address");
    for (InetAddress one : found) {
      var socket = new Socket();
      try {
        socket.connect(new InetSocketAddress(one, port), CONNECT_MILLIS);
        return socket;
      } catch (IOException e) {
        socket.close();
        last = e;
      }
    }
    throw last;
  }
}
