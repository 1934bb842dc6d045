package dev.moltbot.warden;

import dev.moltbot.domain.egress.AllowList;
import dev.moltbot.domain.egress.Caller;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Answers Squid's questions on one port of this machine, a thread for each connection. Whatever
 * goes wrong with a question, its answer is no: Squid then refuses the request ({@code
 * bypass=off}).
 */
public final class Warden implements AutoCloseable {
  /** Most connections at once. Squid keeps a few open. */
  static final int MAX_CONNECTIONS = 64;

  /** Longest silence within a question, in milliseconds. */
  static final int SILENCE_MILLIS = 60_000;

  private final ServerSocket server;
  private final Judge judge;
  private final Semaphore room = new Semaphore(MAX_CONNECTIONS);

  private Warden(ServerSocket server, Judge judge) {
    this.server = server;
    this.judge = judge;
  }

  /**
   * Opens the port; answers from {@link #serve} on.
   *
   * @param port on the loopback address; 0 for any
   * @param list the allow-list
   * @param pins digests of the owner's keys and chat ({@code SETTING sha256} a line)
   * @param memory where it remembers who wrote to us
   * @throws IOException when a file or the port cannot be had
   */
  public static Warden open(int port, AllowList list, Path pins, Path memory) throws IOException {
    var judge = new Judge(list, Pins.read(pins), new Memory(memory));
    return new Warden(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()), judge);
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
        Thread.startVirtualThread(() -> answerAndClose(socket));
      } catch (IOException e) {
        room.release();
      }
    }
  }

  private void answerAndClose(Socket socket) {
    try (socket) {
      socket.setSoTimeout(SILENCE_MILLIS);
      converse(socket);
    } catch (IOException | RuntimeException e) {
      // The connection ends without an answer, which Squid takes for a no.
      System.err.println("warden: a question without an answer: " + e.getClass().getSimpleName());
    } finally {
      room.release();
    }
  }

  private void converse(Socket socket) throws IOException {
    var in = new BufferedInputStream(socket.getInputStream());
    try {
      for (Optional<IcapMessage> next = IcapMessage.read(in); next.isPresent(); ) {
        write(socket, answer(next.get()));
        next = IcapMessage.read(in);
      }
    } catch (IcapMessage.TooLong e) {
      write(socket, IcapAnswer.refused("the request is over the limit"));
    }
  }

  private static void write(Socket socket, byte[] answer) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(answer);
    out.flush();
  }

  private byte[] answer(IcapMessage message) throws IOException {
    return switch (message.head().word(0)) {
      case "OPTIONS" -> IcapAnswer.options(message.head().word(1).endsWith("/answer"));
      case "REQMOD" -> request(message);
      case "RESPMOD" -> response(message);
      default -> IcapAnswer.notAllowed();
    };
  }

  private byte[] request(IcapMessage message) {
    String why = asked(message).map(judge::refusal).orElse("the request makes no sense");
    return why.isEmpty() ? IcapAnswer.unchanged(message) : IcapAnswer.refused(why);
  }

  private byte[] response(IcapMessage message) throws IOException {
    Optional<Asked> asked = asked(message);
    if (asked.isPresent()) {
      judge.learn(asked.get(), message.body().utf8());
    }
    return IcapAnswer.unchanged(message);
  }

  /** Which door it came in by, Squid says in a header of its own. */
  private static Optional<Asked> asked(IcapMessage message) {
    String door = message.head().only("x-door").toUpperCase(Locale.ROOT);
    for (Caller caller : Caller.values()) {
      if (caller.name().equals(door) && !message.carried().isEmpty()) {
        return Asked.of(caller, HttpHead.of(message.carried().getFirst()), message.body());
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
