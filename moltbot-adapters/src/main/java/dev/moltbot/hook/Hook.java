package dev.moltbot.hook;

import java.time.Duration;

/**
 * Where a service calls us, and how we know that it is the service.
 *
 * @param service its name, for the owner
 * @param port on 127.0.0.1; 0 for any free one, in tests
 * @param path the one path that is answered, such as {@code /viber}
 * @param limits bounds on whoever calls
 */
public record Hook(
    String service,
    int port,
    String path,
    Signature signature,
    Handshake handshake,
    Limits limits) {
  /** The largest port there is. */
  public static final int MAX_PORT = 65_535;

  public Hook {
    if (!validPort(port) && port != 0) {
      throw new IllegalArgumentException("not a port: " + port);
    }
    if (!validPath(path)) {
      throw new IllegalArgumentException("not a path such as /viber: " + path);
    }
  }

  /** With the usual limits. */
  public Hook(String service, int port, String path, Signature signature, Handshake handshake) {
    this(service, port, path, signature, handshake, Limits.DEFAULT);
  }

  public static boolean validPort(long port) {
    return port > 0 && port <= MAX_PORT;
  }

  /** Plain letters only: a path that needs decoding can be read in two ways. */
  public static boolean validPath(String path) {
    return path.matches("/[A-Za-z0-9/_-]{1,100}");
  }

  /**
   * Bounds on one receiver. Besides these, the server itself bounds headers and connections: see
   * {@link ServerBounds}.
   *
   * @param bodyBytes longest body kept
   * @param discardedBytes how much of a longer one is read and dropped, so that whoever sends it
   *     hears the answer
   * @param exchange longest time from a request's first byte to the answer's last; ends a caller
   *     that drips
   * @param atOnce most requests under way; more are hung up on
   */
  public record Limits(int bodyBytes, int discardedBytes, Duration exchange, int atOnce) {
    public static final Limits DEFAULT = new Limits(1 << 20, 8 << 20, Duration.ofSeconds(10), 32);
  }
}
