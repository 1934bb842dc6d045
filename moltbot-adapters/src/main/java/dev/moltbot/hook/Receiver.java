package dev.moltbot.hook;

import com.sun.net.httpserver.HttpServer;
import dev.moltbot.port.ReadResult;
import dev.moltbot.state.Spool;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Listens on 127.0.0.1 for one service. What it answers with 200 is signed and on disk; what it
 * answers with 503 the service keeps and brings again. One for each channel, on a port of its own.
 *
 * <p>Thread-safe.
 */
public final class Receiver implements AutoCloseable {
  /** Connections that wait to be accepted. */
  private static final int BACKLOG = 64;

  private final Hook hook;
  private final Judge judge;
  private final Counters counters;
  private @Nullable HttpServer server;
  private boolean closed;

  /**
   * A receiver that does not listen yet.
   *
   * @param nanos a running count of nanoseconds
   */
  public Receiver(Hook hook, Spool spool, LongSupplier nanos) {
    this.hook = hook;
    this.counters = new Counters(hook.service(), nanos);
    this.judge = new Judge(hook, spool, counters);
  }

  /** Listens from now on; listening already is fine. Returns why it cannot. */
  public synchronized Optional<ReadResult.Stopped> open() {
    if (server != null) {
      return Optional.empty();
    }
    if (closed) {
      return Optional.of(new ReadResult.Stopped("the receiver is closed", "start Moltbot again"));
    }
    try {
      server = listening();
      return Optional.empty();
    } catch (BindException e) {
      return Optional.of(
          new ReadResult.Stopped(
              "port " + hook.port() + " on 127.0.0.1 is taken",
              "end the program that has it, or set another port for " + hook.service()));
    } catch (IOException e) {
      String why = e.getClass().getSimpleName();
      return Optional.of(
          new ReadResult.Stopped(
              "cannot listen on 127.0.0.1:" + hook.port() + " (" + why + ")",
              "see that this machine has a loopback address"));
    }
  }

  /** The port it listens on; the configured one while it does not. */
  public synchronized int port() {
    return server == null ? hook.port() : server.getAddress().getPort();
  }

  /** What came in so far. */
  public Tally tally() {
    return counters.tally();
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (server != null) {
      server.stop(0);
      server = null;
    }
  }

  /** The address is spelled out: what "localhost" means is for others to decide. */
  private HttpServer listening() throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer fresh = ServerBounds.server(new InetSocketAddress(loopback, hook.port()), BACKLOG);
    fresh.setExecutor(new Threads(hook.limits()));
    fresh.createContext("/", judge);
    fresh.start();
    return fresh;
  }
}
