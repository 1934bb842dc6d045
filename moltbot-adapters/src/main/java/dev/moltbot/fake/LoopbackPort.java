package dev.moltbot.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicLong;

/** A port of loopback for a program that has to be told one before it listens. */
public final class LoopbackPort {
  private static final int FIRST = 12_000;
  private static final int COUNT = 20_000;
  private static final AtomicLong NEXT = new AtomicLong();

  private LoopbackPort() {}

  /**
   * A port that was free a moment ago and that no one is given by chance: it lies below those that
   * systems hand out for connections, of which one may be gone between here and its use. Each
   * process begins elsewhere, and none gets the same port twice in a row.
   *
   * @throws IllegalStateException if none of 20,000 is free
   */
  public static int free() {
    for (int tries = 0; tries < COUNT; tries++) {
      long next = ProcessHandle.current().pid() * 97 + NEXT.getAndIncrement();
      int port = FIRST + (int) (next % COUNT);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no port of loopback is free from " + FIRST + " on");
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (BindException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port + " of loopback cannot be tried", e);
    }
  }
}
