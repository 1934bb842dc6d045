package dev.moltbot.hook;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * The bounds that the JDK's HTTP server takes from system properties only, once, when the first
 * server of the process is made. So every server of ours is made here. What the owner set on the
 * command line stays.
 */
public final class ServerBounds {
  /** Most connections open at once, those that say nothing included. */
  public static final int CONNECTIONS = 128;

  /** Most headers of one request. */
  public static final int HEADERS = 64;

  /** Largest request line and headers together, in bytes. */
  public static final int HEADER_BYTES = 32 << 10;

  private ServerBounds() {}

  /**
   * A bounded server that does not listen yet.
   *
   * @param backlog connections that may wait to be accepted; 0 for the system's own number
   */
  public static HttpServer server(InetSocketAddress address, int backlog) throws IOException {
    set();
    return HttpServer.create(address, backlog);
  }

  /** Sets what is not set. */
  static void set() {
    set("jdk.httpserver.maxConnections", CONNECTIONS);
    set("sun.net.httpserver.maxReqHeaders", HEADERS);
    set("sun.net.httpserver.maxReqHeaderSize", HEADER_BYTES);
    // Else headers and body go apart, and each answer waits 40 ms for a delayed acknowledgement.
    set("sun.net.httpserver.nodelay", true);
  }

  private static void set(String property, Object value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value.toString());
    }
  }
}
