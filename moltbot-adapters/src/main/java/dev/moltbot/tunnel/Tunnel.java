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
import java.time.InstantSource;
import java.util.concurrent.Semaphore;

/**
 * The door itself: {@code CONNECT} from one network to the hosts that the allow-list gives it as
 * tunnels. A thread for each of two directions of each tunnel; closing ends them all.
 */
public final class Tunnel implements AutoCloseable {
  /** Most tunnels at once. The bridge has one, and a second while it connects again. */
  static final int MAX_TUNNELS = 8;

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
      InstantSource time) {}

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
        door, new Terms(caller, Network.of(network), list, allowance, Dial.out(), file, time));
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

  /** Until it is closed. */
  public void serve() throws InterruptedException {
    while (!server.isClosed()) {
      room.acquire();
      try {
        Socket socket = server.accept();
        Thread.startVirtualThread(() -> pass(socket));
      } catch (IOException e) {
        room.release();
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

  @Override
  public void close() throws IOException {
    server.close();
  }
}
