package dev.moltbot.adapter.imap;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A server of commands in lines on a free loopback port, which can fail in every way a real one
 * does. Thread-safe; each connection has a thread.
 */
final class FakeLines implements AutoCloseable {
  private final ServerSocket socket;
  private final Function<Line, Dialog> dialogs;
  private final @Nullable SSLSocketFactory tls;
  private final boolean tlsAtOnce;
  private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final CountDownLatch closing = new CountDownLatch(1);

  /** What a server says on one connection. */
  interface Dialog {
    String greeting();

    /** The whole answer to a command; empty for none yet. */
    byte[] answer(String command) throws IOException;

    /** The connection is over. */
    default void over() {}
  }

  /** How a connection goes on after a fault. */
  enum End {
    /** No fault at all: this time everything is as usual. */
    AS_USUAL,
    GO_ON,
    CLOSE,
    STALL
  }

  /**
   * What happens once instead of the answer to a command.
   *
   * @param carriedOut whether the command is carried out all the same
   * @param says in place of the answer, {@code $} being the command's tag; null for half of the
   *     true one
   */
  record Fault(Predicate<String> command, boolean carriedOut, @Nullable String says, End end) {}

  FakeLines(Function<Line, Dialog> dialogs, @Nullable SSLSocketFactory tls, boolean tlsAtOnce) {
    this.dialogs = dialogs;
    this.tls = tls;
    this.tlsAtOnce = tlsAtOnce;
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new IllegalStateException("no free loopback port", e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  void next(Fault fault) {
    faults.add(fault);
  }

  /** Every command so far, without its tag. */
  List<String> commands() {
    return List.copyOf(commands);
  }

  int connections() {
    return connections.get();
  }

  /** Closes every connection there is, without a word. */
  void hangUp() throws IOException {
    for (Socket one : open) {
      one.close();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      socket.close();
      hangUp();
    } catch (IOException e) {
      throw new IllegalStateException("cannot close", e);
    }
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket peer = socket.accept();
        peer.setTcpNoDelay(true);
        connections.incrementAndGet();
        open.add(peer);
        Thread.ofVirtual().start(() -> serve(peer));
      } catch (IOException e) {
        // Closed; the loop's condition sees it.
      }
    }
  }

  private void serve(Socket peer) {
    try (peer) {
      var line = new Line(peer);
      if (tlsAtOnce) {
        line.secure();
      }
      Dialog dialog = dialogs.apply(line);
      try {
        talk(line, dialog);
      } finally {
        dialog.over();
      }
    } catch (IOException e) {
      // The client is gone, as clients go.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void talk(Line line, Dialog dialog) throws IOException, InterruptedException {
    if (!dialog.greeting().isEmpty()) {
      line.say(dialog.greeting());
    }
    for (String command = line.read(); command != null; command = line.read()) {
      commands.add(command);
      Fault fault = fault(command);
      if (fault == null || fault.end() == End.AS_USUAL) {
        line.write(dialog.answer(command));
      } else if (!happens(fault, command, line, dialog)) {
        return;
      }
    }
  }

  private @Nullable Fault fault(String command) {
    return List.copyOf(faults).stream()
        .filter(fault -> fault.command().test(command) && faults.remove(fault))
        .findFirst()
        .orElse(null);
  }

  /** False when the connection ends by it. */
  private boolean happens(Fault fault, String command, Line line, Dialog dialog)
      throws IOException, InterruptedException {
    byte[] truth = fault.carriedOut() ? dialog.answer(command) : new byte[0];
    String says = fault.says();
    if (says == null) {
      line.write(Arrays.copyOf(truth, truth.length / 2));
    } else if (!says.isEmpty()) {
      line.say(says.replace("$", command.split(" ", 2)[0]));
    }
    if (fault.end() == End.STALL) {
      closing.await();
    }
    return fault.end() == End.GO_ON;
  }

  /** One connection, seen from the server. */
  final class Line {
    private final Socket peer;
    private InputStream in;
    private OutputStream out;

    Line(Socket peer) throws IOException {
      this.peer = peer;
      in = new BufferedInputStream(peer.getInputStream());
      out = peer.getOutputStream();
    }

    /** Begins TLS. */
    void secure() throws IOException {
      if (tls == null) {
        throw new IOException("no certificate");
      }
      var secured = (SSLSocket) tls.createSocket(peer, null, peer.getPort(), true);
      secured.setUseClientMode(false);
      secured.startHandshake();
      in = new BufferedInputStream(secured.getInputStream());
      out = secured.getOutputStream();
    }

    /** The next line, or null at the end. */
    @Nullable String read() throws IOException {
      var line = new ByteArrayOutputStream();
      for (int b = in.read(); b != -1; b = in.read()) {
        if (b == '\n') {
          String text = line.toString(StandardCharsets.ISO_8859_1);
          return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        }
        line.write(b);
      }
      return null;
    }

    byte[] read(int bytes) throws IOException {
      return in.readNBytes(bytes);
    }

    void say(String line) throws IOException {
      write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    synchronized void write(byte[] bytes) throws IOException {
      out.write(bytes);
      out.flush();
    }
  }
}
