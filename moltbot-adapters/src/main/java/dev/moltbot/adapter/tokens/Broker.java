package dev.moltbot.adapter.tokens;

import com.sun.net.httpserver.HttpServer;
import dev.moltbot.hook.Hook;
import dev.moltbot.hook.ServerBounds;
import dev.moltbot.hook.Threads;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

/** Listens for the sandbox until it is closed. Thread-safe. */
record Broker(HttpServer server) implements Closeable {
  /** There is one caller, who asks once an hour. */
  private static final Hook.Limits LIMITS =
      new Hook.Limits(TokenDesk.MAX_BODY_BYTES, 0, Duration.ofSeconds(10), 4);

  private static final int BACKLOG = 8;

  static Broker listening(TokensConfig config, TokenDesk desk) throws IOException {
    var address = new InetSocketAddress(InetAddress.getByName(config.listen()), config.port());
    HttpServer server = ServerBounds.server(address, BACKLOG);
    server.setExecutor(new Threads(LIMITS));
    server.createContext("/", desk);
    server.start();
    return new Broker(server);
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
