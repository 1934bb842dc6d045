package dev.moltbot.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.moltbot.hook.ServerBounds;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An HTTP service on a free loopback port. Answers that were planned come first, each once, for the
 * first request they fit; else the service's own logic answers.
 *
 * <p>Thread-safe; requests are answered side by side.
 */
public final class FakeService implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Function<Request, Reply> logic;
  private final Queue<Planned> planned = new ConcurrentLinkedQueue<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  private record Planned(Predicate<Request> fits, Function<Request, Reply> reply) {}

  /** Starts it. */
  public FakeService(Function<Request, Reply> logic) {
    this.logic = logic;
    try {
      server = ServerBounds.server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException("no free loopback port", e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** The next request that fits gets this answer, and the service's logic never sees it. */
  public void next(Predicate<Request> fits, Reply reply) {
    planned.add(new Planned(fits, request -> reply));
  }

  /** The next request that fits is answered as usual: a place in the queue of planned answers. */
  public void nextAsUsual(Predicate<Request> fits) {
    planned.add(new Planned(fits, logic));
  }

  /** The next request that fits is carried out, and answered otherwise. */
  public void nextCarriedOut(Predicate<Request> fits, Reply reply) {
    planned.add(
        new Planned(
            fits,
            request -> {
              Reply unsent = logic.apply(request);
              return carriedOut(unsent, reply);
            }));
  }

  /** Every request so far, in order of arrival. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request = Request.of(exchange);
      requests.add(request);
      deliver(exchange, reply(request));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What the service would have said is dropped on the way. */
  private static Reply carriedOut(Reply dropped, Reply instead) {
    return dropped.equals(instead) ? dropped : instead;
  }

  private Reply reply(Request request) {
    return List.copyOf(planned).stream()
        .filter(one -> one.fits().test(request))
        .filter(planned::remove)
        .findFirst()
        .map(Planned::reply)
        .orElse(logic)
        .apply(request);
  }

  /** Closing the exchange early closes the connection. */
  private void deliver(HttpExchange exchange, Reply reply)
      throws IOException, InterruptedException {
    switch (reply.manner()) {
      case HANG_UP -> {}
      case SILENCE -> closing.await();
      case WHOLE, CUT -> {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, reply.manner() == Reply.Manner.CUT ? body.length / 2 : body.length);
        out.flush();
      }
    }
  }
}
