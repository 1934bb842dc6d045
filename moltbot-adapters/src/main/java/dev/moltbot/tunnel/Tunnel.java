package dev.moltbot.tunnel;

import dev.moltbot.domain.egress.AllowList;
import dev.moltbot.domain.egress.Caller;
import dev.moltbot.domain.egress.Endpoint;
import dev.moltbot.domain.egress.Reach;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;

/**
 * The door itself: {@code CONNECT} from one network to the hosts that the allow-list gives it as
 * tunnels. A thread for each of two directions of each tunnel; closing ends them all.
 */
public final class Tunnel implements AutoCloseable {
  /** Most tunnels at once. The bridge has one, and a second while it connects again. */
  static final int MAX_TUNNELS = 8;

  /** Longest time until TLS has begun, however busily the caller talks. */
  private static final Duration OPENING = Duration.ofSeconds(15);

  private final ServerSocket server;
  private final Terms terms;
  private final Semaphore room = new Semaphore(MAX_TUNNELS);

  private Tunnel(ServerSocket server, Terms terms) {
    this.server = server;
    this.terms = terms;
  }

  /** What passages go by; shared by all of them. */
  record Terms(
      Caller caller,
      Network network,
      AllowList list,
      HourlyAllowance allowance,
      Dial dial,
      Refusals refusals,
      InstantSource time,
      Duration opening) {}

  /**
   * Opens the door; lets through from {@link #serve} on.
   *
   * @param door where to listen
   * @param caller whose door it is
   * @param network where the caller is, as {@code address/bits}
   * @param list what it may reach
   * @param refusals Squid's file of refusals
   * @throws IOException when the port cannot be had
   */
  public static Tunnel open(
      InetSocketAddress door,
      Caller caller,
      String network,
      AllowList list,
      Path refusals,
      InstantSource time)
      throws IOException {
    var allowance = new HourlyAllowance(most(caller, list), time);
    var file = new Refusals(refusals);
    return open(
        door,
        new Terms(caller, Network.of(network), list, allowance, Dial.out(), file, time, OPENING));
  }

  static Tunnel open(InetSocketAddress door, Terms terms) throws IOException {
    var server = new ServerSocket();
    server.bind(door);
    return new Tunnel(server, terms);
  }

  /** One allowance for all hosts of a caller: the smallest. Without a tunnel there is none. */
  private static long most(Caller caller, AllowList list) {
    return list.of(caller).stream()
        .map(Endpoint::reach)
        .filter(Reach.Tunnel.class::isInstance)
        .mapToLong(reach -> ((Reach.Tunnel) reach).maxBytes())
        .min()
        .orElse(0);
  }

  public int port() {
    return server.getLocalPort();
  }

  /**
   * Until it is closed.
   *
   * @throws IOException when nobody can come in any more; the gateway is to end then
   */
  public void serve() throws IOException {
    while (!server.isClosed()) {
      Socket socket = server.accept();
      if (!terms.network().holds(socket.getInetAddress())) {
        turnAway(socket, new Refused("this door is not for whoever asks"));
      } else if (!room.tryAcquire()) {
        turnAway(socket, new Refused("there are " + MAX_TUNNELS + " tunnels already"));
      } else {
        Thread.startVirtualThread(() -> pass(socket));
      }
    }
  }

  private void pass(Socket socket) {
    try {
      new Passage(terms, port(), socket).run();
    } finally {
      room.release();
    }
  }

  /** Unheard, so that nobody keeps a place by saying nothing. */
  private void turnAway(Socket socket, Refused why) {
    try (socket) {
      terms.refusals().note(port(), ConnectRequest.UNREAD, "-", why, terms.time().instant());
    } catch (IOException e) {
      // The caller was gone already; what was wanted.
      return;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
