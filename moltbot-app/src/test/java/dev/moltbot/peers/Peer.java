package dev.moltbot.peers;

import dev.moltbot.fake.LoopbackPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * One running peer: a node process on a loopback port of its own, with an empty environment, its
 * talk in a log file, stopped by its process id.
 */
final class Peer implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final long STOP_SECONDS = 5;

  private final Process process;
  private final int port;
  private final Thread onExit;

  private Peer(Process process, int port) {
    this.process = process;
    this.port = port;
    // A test JVM that ends early takes its peers along.
    this.onExit = Thread.ofPlatform().unstarted(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(onExit);
  }

  /** Starts node with the arguments made for a free port, and returns when that port answers. */
  static Peer start(String name, IntFunction<List<String>> arguments) {
    Path folder = Peers.installed();
    int port = LoopbackPort.free();
    var command = new ArrayList<String>();
    command.add(Peers.node(folder).toString());
    command.addAll(arguments.apply(port));
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.redirectOutput(folder.resolve(name + ".log").toFile());
    builder.environment().clear();
    try {
      var peer = new Peer(builder.start(), port);
      peer.awaitReady(name);
      return peer;
    } catch (IOException e) {
      throw new UncheckedIOException(name + " did not start", e);
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().removeShutdownHook(onExit);
  }

  private void awaitReady(String name) {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!listening()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        close();
        throw new IllegalStateException(
            name + " did not come up; see target/peers/" + name + ".log");
      }
      pause();
    }
  }

  private boolean listening() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
